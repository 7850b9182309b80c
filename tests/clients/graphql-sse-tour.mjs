// The tour over server-sent events, distinct connections, with the client graphql-sse.
import { createClient } from 'graphql-sse';
import { address, deaths, end, expect, feed, feedBeyond, follow, headers, report, step, take, takeDeath, viewer } from './tour.mjs';

const connect = (given) => createClient({ url: address, headers: given, retryAttempts: 0 });
const client = connect(headers);
const ask = async (query, variables) => take(client.iterate({ query, variables }));

let last;
let first;
await step('query', async () => expect(await ask(viewer), { data: { viewer: { client: 'federation' } } }));
await step('subscribe', async () => {
  await report(deaths[0]);
  last = (await feedBeyond(() => ask(feed), 1)).at(-1).cursor;
  const changes = client.iterate({ query: follow, variables: { after: last } });
  const coming = takeDeath(changes);
  await report(deaths[1]);
  [first] = await coming;
  await changes.return();
});
await step('resume after a cursor', async () => {
  const changes = client.iterate({ query: follow, variables: { after: first.cursor } });
  expect((await take(changes)).data.statusChanges.type, 'CERTIFICATE_CANCELLED');
  await changes.return();
});
await step('unsubscribe and go on', async () => expect((await ask(viewer)).data.viewer.client, 'federation'));
await step('fail on a document', async () => expect((await ask('{ nobody }')).errors[0].extensions.code, 'DOCUMENT_INVALID'));
await step('fail on a cursor', async () =>
  expect((await ask(follow, { after: 'x' })).errors[0].extensions.code, 'CURSOR_INVALID'));
await step('complete by itself', async () => {
  const results = client.iterate({ query: viewer });
  await results.next();
  expect((await results.next()).done, true);
});
await step('fail without a valid token', async () => {
  try {
    await connect({ ...headers, authorization: 'Bearer x' }).iterate({ query: viewer }).next();
  } catch ({ response }) {
    expect(response.status, 401);
    return;
  }
  throw new Error('it was let in');
});
client.dispose();
end();
