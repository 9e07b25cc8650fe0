import { csvCell } from '@tapaamo/common';

describe('a cell of an export', () => {
  it.each([
    [null, ''],
    [7, '7'],
    ['sign-in.failed', 'sign-in.failed'],
    ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
    ['+358', `'+358`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['a;b', '"a;b"'],
    ['{"count":1,"place":"visit"}', '"{""count"":1,""place"":""visit""}"'],
  ])('%j is written %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
