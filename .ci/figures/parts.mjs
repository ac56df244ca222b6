// Judges of what many pages share. Each finds its part in a page and sets it beside the tables.
export * from './counts.mjs';
export * from './indicators.mjs';
export * from './tasks.mjs';
export * from './periods.mjs';
export * from './everywhere.mjs';
