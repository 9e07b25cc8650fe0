// Comes with jest.
import TestRunner from 'jest-runner';

/** Jest's own runner, which runs the files of a project one after the other. */
export default class OneAtATimeRunner extends TestRunner {
  isSerial = true;
}
