// The shape of datapackage.json that we keep to, in JSON Schema. Source: Data Package 2.0, https://datapackage.org/standard/
// (data-package, data-resource, table-dialect, table-schema) and its profiles; narrower than these where we write more.
const text = { type: 'string', minLength: 1 };
const names = { type: 'array', items: text, minItems: 1, uniqueItems: true };
const path = { type: 'string', pattern: '^(https?://|(?![./~])(?!.*(\\.\\./|\\\\|://)))' };
const closed = (required, properties) => ({ type: 'object', required, properties, additionalProperties: false });

const field = {
  ...closed(['name', 'type', 'title', 'description'], {
    name: text, title: text, description: text, codeList: text, listOf: text, unit: text, rule: text,
    type: { enum: ['string', 'number', 'integer', 'boolean', 'date', 'any'] },
    constraints: { ...closed([], { required: { const: true }, pattern: text, enum: names }), minProperties: 1 },
  }),
  if: { properties: { type: { enum: ['number', 'integer', 'boolean', 'date', 'any'] } } },
  then: { properties: { constraints: { properties: { pattern: false, enum: false } } } },
};

const foreignKey = closed(['fields', 'reference'], { fields: names, reference: closed(['fields'], { resource: text, fields: names }) });

const resource = closed(['name', 'type', 'path', 'title', 'description', 'format', 'mediatype', 'encoding', 'bytes', 'hash', 'dialect', 'schema'], {
  name: { type: 'string', pattern: '^[a-z0-9._-]+$' }, type: { const: 'table' }, path, title: text, description: text,
  format: { const: 'csv' }, mediatype: { const: 'text/csv' }, encoding: { const: 'utf-8' },
  bytes: { type: 'integer', minimum: 1 }, hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  dialect: closed(['delimiter', 'lineTerminator', 'quoteChar', 'doubleQuote', 'header', 'skipInitialSpace'], {
    delimiter: { const: ',' }, lineTerminator: { const: '\r\n' }, quoteChar: { const: '"' }, doubleQuote: { const: true }, header: { const: true }, skipInitialSpace: { const: false },
  }),
  schema: closed(['fields', 'missingValues'], {
    fields: { type: 'array', items: field, minItems: 1 }, missingValues: { const: [''] }, primaryKey: names,
    uniqueKeys: { type: 'array', items: names, minItems: 1 }, foreignKeys: { type: 'array', items: foreignKey, minItems: 1 },
  }),
});

export default closed(['$schema', 'name', 'id', 'title', 'description', 'version', 'created', 'keywords', 'contributors', 'resources'], {
  $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
  name: { type: 'string', pattern: '^[a-z0-9._-]+$' }, id: { type: 'string', pattern: '^urn:uuid:' }, title: text, description: text,
  homepage: { type: 'string', pattern: '^https?://' }, version: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, created: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T00:00:00Z$' },
  keywords: names,
  contributors: { type: 'array', minItems: 1, items: closed(['title', 'roles'], { title: text, path, email: text, roles: names }) },
  licenses: { type: 'array', minItems: 1, items: { ...closed([], { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path, title: text }), anyOf: [{ required: ['name'] }, { required: ['path'] }] } },
  sources: { type: 'array', minItems: 1, items: closed(['title'], { title: text, path, version: text }) },
  resources: { type: 'array', minItems: 1, items: resource },
});
