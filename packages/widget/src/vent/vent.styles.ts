import { css } from '@wherefore/ui';

/** The room to vent, inside the frame that the playback gives it. */
export const ventStyles = css`
  #vent {
    display: block;
    min-height: 6.5rem;
  }
  #vent-take,
  .gone {
    margin-top: 0.9rem;
  }
  .vent .quiet {
    margin-top: 0.4rem;
    padding-inline: 0;
  }
  .take {
    display: grid;
    gap: 0.4rem;
    margin: 0.4rem 0 0;
    padding: 0;
    list-style: none;
  }
  .take button {
    max-width: 100%;
    text-align: start;
    overflow-wrap: anywhere;
  }
`;
