/** What hearing a need costs on the device. */
import { analyze } from '@wherefore/core/needs';
import type { Figure } from './main.ts';

const NL =
  'Wij willen graag een app voor de roosters, want de flexwerkers horen nu vaak pas in de ochtend dat hun dienst is geruild en dan staan ze voor een dichte deur. Iedere week zijn we daar met twee mensen een uur mee bezig. ';
const EN =
  'Can we please get one shared list of who is on call, because every evening the desk phones half the team to find somebody, and so that families know within ten minutes when a nurse will be there. ';

export function benchAnalyser(): Figure[] {
  return [
    { name: 'analyser, 500 characters nl', value: median(NL, 500), unit: 'ms', goal: { atMost: 1 } },
    { name: 'analyser, 500 characters en', value: median(EN, 500), unit: 'ms', goal: { atMost: 1 } },
    { name: 'analyser, 20,000 characters nl', value: median(NL, 20_000), unit: 'ms' },
    // 1 is linear: forty times the text, forty times the time.
    {
      name: 'analyser, growth to 20,000',
      value: median(NL, 20_000) / median(NL, 500) / 40,
      unit: '×',
      goal: { atMost: 2 },
    },
  ];
}

function median(text: string, length: number): number {
  const sample = text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const times: number[] = [];
  for (let i = 0; i < 300 && times.reduce((sum, time) => sum + time, 0) < 1500; i++) {
    const start = performance.now();
    analyze(sample);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
