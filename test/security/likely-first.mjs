// Order of test files for Jest: first the one that noticed last when a guard of the same rule was gone, then as the rule
// names them.
import Sequencer from '@jest/test-sequencer';

export default class LikelyFirst extends Sequencer {
  sort(tests) {
    const first = process.env.GUARDS_FIRST;
    const patterns = (process.env.GUARDS_ORDER ?? '').split('\n').map((part) => new RegExp(part));
    const rank = ({ path }) =>
      path === first ? -1 : patterns.findIndex((pattern) => pattern.test(path));
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }
}
