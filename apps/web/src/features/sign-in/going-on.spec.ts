import { resumeAll, whileGoingOn } from './going-on.js';

describe('what goes on in a tab whose session ended', () => {
  it('hears that the person has signed in again, until it is over', () => {
    const heard: string[] = [];
    const takeBack = whileGoingOn(() => heard.push('first'));
    const takeOtherBack = whileGoingOn(() => heard.push('second'));
    resumeAll();
    takeBack();
    resumeAll();
    takeOtherBack();
    resumeAll();
    expect(heard).toEqual(['first', 'second', 'second']);
  });
});
