// Runs every check of graphql-http's server audit against the given address: one line a check, `ok` or the reason.
// Usage: node graphql-http-audit.mjs URL. Exits 0 when all pass.
import { auditServer } from 'graphql-http';

const [url] = process.argv.slice(2);
const results = await auditServer({ url });

for (const { id, name, status, reason } of results) {
  console.log(status === 'ok' ? `ok ${id} ${name}` : `${status} ${id} ${name}: ${reason}`);
}

const passed = results.filter(({ status }) => status === 'ok').length;
console.log(`${passed} of ${results.length}`);
process.exitCode = passed === results.length ? 0 : 1;
