// A source that does not compile fails every test, whatever the guard was for: such a rule proves nothing.
import { join } from 'node:path';
import ts from 'typescript';
import { withoutAll } from './places.mjs';

/** A name that is not there; what else the types say of a guard that is gone is no matter to who runs the source. */
const UNKNOWN_NAMES = new Set([2304, 2503, 2552, 18004]);

/**
 * Compiles the sources without their guards: all that stand apart at once, for each costs as much as everything.
 *
 * @param {string} root
 * @param {readonly import('./places.mjs').Place[]} places
 * @returns {string[]} What does not compile, as `file:line message`.
 */
export function whatDoesNotCompile(root, places) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const problems = [];
  for (let left = places; left.length > 0;) {
    const { chosen, others } = apart(left);
    problems.push(
      ...compile(
        { ...options, noEmit: true, incremental: false },
        fileNames,
        textsByPath(root, chosen),
      ),
    );
    left = others;
  }
  return [...new Set(problems)];
}

/** Those that do not overlap, and the rest. */
function apart(places) {
  const chosen = [];
  const others = [];
  for (const place of places) {
    const overlaps = ({ file, start, end }) =>
      file === place.file && start < place.end && place.start < end;
    (chosen.some(overlaps) ? others : chosen).push(place);
  }
  return { chosen, others };
}

function textsByPath(root, places) {
  return new Map([...withoutAll(places)].map(([file, text]) => [join(root, file), text]));
}

function compile(options, fileNames, texts) {
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  const program = ts.createProgram(fileNames, options, host);
  return [...texts.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source).filter(({ code }) => UNKNOWN_NAMES.has(code)),
    ].map(({ file, start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}
