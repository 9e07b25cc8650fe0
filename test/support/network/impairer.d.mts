/** Compiles the impairer unless that was done before. @returns The program. */
export function impairerProgram(): string;
/** @returns What this machine refuses that a line needs; null when it gives all. */
export function whyNoLine(): string | null;
