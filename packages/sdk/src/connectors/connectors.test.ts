import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { startAzureDevOps } from '../../test/targets/azure-devops.ts';
import { startGitHub } from '../../test/targets/github.ts';
import { startJira } from '../../test/targets/jira.ts';
import { startMail } from '../../test/targets/mail.ts';
import { startServiceNow } from '../../test/targets/servicenow.ts';
import { startSlack } from '../../test/targets/slack.ts';
import { startTeams } from '../../test/targets/teams.ts';
import { startTopdesk } from '../../test/targets/topdesk.ts';
import { startWebhook } from '../../test/targets/webhook.ts';
import { connectors } from './index.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/connectors.md'), 'utf8');
const starts: Record<string, () => Promise<{ config: object; stop(): void | Promise<void> }>> = {
  webhook: () => startWebhook(),
  github: () => startGitHub(),
  jira: () => startJira('cloud'),
  'azure-devops': startAzureDevOps,
  servicenow: () => startServiceNow(),
  topdesk: startTopdesk,
  slack: () => startSlack('app'),
  teams: startTeams,
  email: () => startMail(),
};

describe('the connectors', () => {
  it('are nine, each with a name of its own, and each in the guide', () => {
    assert.deepEqual(
      connectors.map(({ name }) => name),
      Object.keys(starts),
    );
    for (const { name } of connectors) assert.ok(guide.includes(`\`${name}\``), name);
  });

  for (const { name, config } of connectors) {
    it(`${name}: a setting that does not exist is an error, not a silence`, async (t) => {
      const target = await starts[name]!();
      t.after(target.stop);
      assert.equal(config.safeParse(target.config).success, true);
      const { success, error } = config.safeParse({ ...target.config, includeRequestor: true }) as {
        success: boolean;
        error?: { issues: { code: string; keys?: string[] }[] };
      };
      assert.equal(success, false);
      assert.deepEqual(error!.issues[0]!.keys, ['includeRequestor']);
    });
  }
});
