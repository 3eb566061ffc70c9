import type { Indicator, OutcomesReport } from '@amity/outcomes';
import ExcelJS from 'exceljs';
import { readPdf } from '../documents/testing/pdf-text.js';
import { TestWorld } from '../testing/test-world.js';
import { anIndicator, Desk, experience, travellers, trust } from '../testing/outcomes-desk.js';

describe('the outcomes report', () => {
  let world: TestWorld;
  let desk: Desk;
  beforeAll(async () => {
    world = await TestWorld.open();
  });
  beforeEach(async () => {
    desk = new Desk(world, await world.organization(['program_officer', 'coordinator']));
  });
  afterAll(() => world.close());

  it('says the same on the screen, on paper and in the workbook', async () => {
    const delegationId = await desk.delegationOf(travellers);
    const shown = await desk.openSurvey(delegationId);
    await desk.answerAll(
      shown.links,
      [5, 4, 4, 3, 5, 4].map((satisfaction) => experience(satisfaction)),
    );
    const withheld = await desk.openSurvey(delegationId, 'trust');
    await desk.answerAll(withheld.links, [2, 3, 4, 5].map(trust));
    const measured = (await desk.post<Indicator>('indicators', anIndicator({ delegationId }))).body;
    await desk.post(`indicators/${measured.id}/measurements`, { value: 7, measuredOn: '2026-06-01' });
    const survey = { name: 'Learned something', baseline: 1, target: 5, source: 'survey', moment: 'post' } as const;
    const of = (instrumentKey: string, measure: string) => anIndicator({ ...survey, instrumentKey, measure });
    await desk.post('indicators', of('program_experience', 'item:satisfaction'));
    await desk.post('indicators', of('trust', 'scale:total'));

    const { body: report } = await desk.get<OutcomesReport>(`report?delegationId=${delegationId}`);
    expect(report.indicators.map(({ actual }) => [actual.value, actual.estimate?.n])).toEqual([
      [7, undefined],
      [25 / 6, 6],
      [null, null],
    ]);
    expect([report.delegation?.delegateCount, report.flow, report.waves.length, report.snapshot]).toEqual([
      6,
      { invited: 12, answered: null, rate: null },
      2,
      expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    ]);

    const pdf = await desk.get<Buffer>(`report.pdf?delegationId=${delegationId}`);
    expect([pdf.status, pdf.body.subarray(0, 4).toString('latin1')]).toEqual([200, '%PDF']);
    const words = readPdf(pdf.body).pages.join(' ').replace(/\s+/g, ' ');
    expect([measured.name, 'Learned something', '<5', '4.17'].map((each) => words.includes(each))).toEqual([true, true, true, true]);

    const file = await desk.get<Buffer>(`report.xlsx?delegationId=${delegationId}`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(file.body).buffer);
    const rowsOf = (sheet: string): unknown[][] => {
      const rows: unknown[][] = [];
      book.getWorksheet(sheet)?.eachRow((row, at) => {
        if (at > 1) rows.push(Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).value));
      });
      return rows;
    };
    const n = (count: number | null) => (count === null ? '<5' : String(count));
    expect(rowsOf('Indicators').map((row) => row.slice(0, 8))).toEqual(
      report.indicators.map((i) => [
        i.name,
        i.level,
        i.unit,
        i.baseline,
        i.target,
        i.actual.value,
        i.actual.estimate ? n(i.actual.estimate.n) : null,
        i.progress.state,
      ]),
    );
    expect(rowsOf('Surveys').map((row) => [row[1], ...[5, 6, 7, 8].map((at) => row[at] ?? null)])).toEqual(
      report.waves.flatMap(({ scales, items }) =>
        [
          ...scales.map(({ label, estimate }) => ({ label, estimate })),
          ...items.map(({ item, estimate }) => ({ label: item.text, estimate })),
        ].map(({ label, estimate }) => [label, n(estimate.n), estimate.mean, estimate.low, estimate.high]),
      ),
    );
    expect(rowsOf('Surveys').filter((row) => row[5] === '<5').length).toBe(4);
  });

  it('of an organization without anything is a report of nothing', async () => {
    const { body } = await desk.get<OutcomesReport>('report');
    expect([body.indicators, body.waves, body.from, body.flow]).toEqual([[], [], null, { invited: 0, answered: 0, rate: null }]);
    const [pdf, xlsx] = [await desk.get<Buffer>('report.pdf'), await desk.get<Buffer>('report.xlsx')];
    expect([pdf.status, xlsx.status]).toEqual([200, 200]);
  });
});
