const MOST_PARAMETERS = 4;
const TOO_MANY = `[params.length>${MOST_PARAMETERS}]`;

/** What our code may not say, in groups, so that a folder can be let off one of them. */
const GROUPS = {
  /** A test must be able to be next month, and a due time to the millisecond (libs/common/src/clock). */
  clock: [
    ['NewExpression[callee.name="Date"][arguments.length=0]', 'Ask the injected Clock.'],
    ['CallExpression[callee.name="Date"]', 'Ask the injected Clock.'],
    ['MemberExpression[object.name="Date"][property.name="now"]', 'Ask the injected Clock.'],
    [
      'MemberExpression[object.name="Temporal"][property.name="Now"]',
      'Give Temporal an instant of the injected Clock.',
    ],
  ],
  /** Settings are checked once, in one place (libs/config). */
  environment: [
    [
      'MemberExpression[object.name="process"][property.name="env"]',
      'Read settings from the injected Config.',
    ],
    [
      'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]',
      'Read settings from the injected Config.',
    ],
  ],
  /** Guessable, and no test can repeat it. */
  randomness: [
    [
      'MemberExpression[object.name="Math"][property.name="random"]',
      'Use the injected Randomness, or node:crypto.',
    ],
  ],
  /** Text that somebody typed must never become elements of a page. */
  html: [
    ['JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Let React build the elements.'],
    ['Property[key.name="dangerouslySetInnerHTML"]', 'Let React build the elements.'],
    [
      'MemberExpression[property.name=/^(inner|outer)HTML$/]',
      'Build elements, or set textContent.',
    ],
    ['MemberExpression[property.name="insertAdjacentHTML"]', 'Build elements, or set textContent.'],
    [
      'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
      'Build elements, or set textContent.',
    ],
  ],
  /** `max-params` knows no exception for constructors, whose injected dependencies the sizes test counts. */
  parameters: [
    `FunctionDeclaration${TOO_MANY}`,
    `ArrowFunctionExpression${TOO_MANY}`,
    `:not(MethodDefinition[kind="constructor"]) > FunctionExpression${TOO_MANY}`,
  ].map((selector) => [
    selector,
    `More than ${MOST_PARAMETERS} parameters: take one object with names.`,
  ]),
};

/**
 * The rule that forbids all groups but the allowed ones.
 * @param {...keyof typeof GROUPS} allowed
 */
export function restrictSyntax(...allowed) {
  const forbidden = Object.entries(GROUPS).filter(([group]) => !allowed.includes(group));
  const selectors = forbidden.flatMap(([, list]) => list);
  return {
    'no-restricted-syntax': [
      'error',
      ...selectors.map(([selector, message]) => ({ selector, message })),
    ],
  };
}
