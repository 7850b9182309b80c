// What every client goes through, told as lines: `ok WHAT`, or `failed WHAT: WHY`.
// Usage of a tour: node TOUR.mjs URL RECEIVER_TOKEN SENDER_TOKEN NOTICES, where NOTICES is a JSON list of two deaths.

const [url, receiverToken, senderToken, notices] = process.argv.slice(2);

export const address = url;
export const deaths = JSON.parse(notices);
export const headers = { authorization: `Bearer ${receiverToken}`, 'sharing-purpose': 'CERT' };
export const senderHeaders = { authorization: `Bearer ${senderToken}`, 'sharing-purpose': 'LIFE_SYNC' };

export const viewer = '{ viewer { client } }';
export const feed = 'query Feed($after: String) { statusChanges(after: $after) { nodes { cursor type } } }';
export const follow = `subscription Follow($after: String) {
  statusChanges(after: $after) { cursor type person { id lifeStatus } }
}`;

let hasFailed = false;

/** Runs one step of the tour and says how it went. */
export async function step(what, run) {
  try {
    await run();
    console.log(`ok ${what}`);
  } catch (fault) {
    hasFailed = true;
    console.log(`failed ${what}: ${fault?.message ?? JSON.stringify(fault)}`);
  }
}

export function expect(actual, expected) {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${left} instead of ${right}`);
}

/** Sends a notice as public security does. */
export async function report(notice) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...senderHeaders, 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation R($n: [NoticeInput!]!) { reportNotices(input: {notices: $n}) { receipts { state } } }',
      variables: { n: [notice] },
    }),
  });
  expect((await response.json()).data?.reportNotices.receipts, [{ state: 'ACCEPTED' }]);
}

/** The next result of an operation. */
export async function take(results) {
  const { value, done } = await results.next();
  if (done) throw new Error('the operation was over');
  return value;
}

/** Takes two changes of the subscription and gives them back. */
export async function takeDeath(results) {
  const changes = [await take(results), await take(results)].map(({ data }) => data.statusChanges);
  expect(changes.map(({ type }) => type), ['DEATH_CONFIRMED', 'CERTIFICATE_CANCELLED']);
  expect(changes.map(({ person }) => person.lifeStatus), ['DECEASED', 'DECEASED']);
  return changes;
}

/** Asks for the feed until it has grown beyond a number of entries. */
export async function feedBeyond(ask, count) {
  for (;;) {
    const { data } = await ask();
    if (data.statusChanges.nodes.length > count) return data.statusChanges.nodes;
  }
}

export function end() {
  process.exit(hasFailed ? 1 : 0);
}
