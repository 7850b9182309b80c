// The tour over graphql-transport-ws with the client graphql-ws.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { address, deaths, end, expect, feed, feedBeyond, follow, headers, report, step, take, takeDeath, viewer } from './tour.mjs';

const url = address.replace(/^http/, 'ws');
const connect = (connectionParams, on) =>
  createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0, on });

let said;
const client = connect(headers, { closed: (event) => (said = event) });
const ask = async (query, variables) => take(client.iterate({ query, variables }));
const refusal = async (results) => {
  try {
    await results.next();
  } catch (errors) {
    return errors[0].extensions.code;
  }
  throw new Error('nothing was refused');
};

/** The code with which the server closes a socket that was opened so. */
const closing = (params) =>
  new Promise((resolve) => {
    const other = connect(params, { closed: ({ code }) => resolve(code) });
    other.iterate({ query: viewer }).next().catch(() => {});
  });

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
await step('fail on a document', async () => expect(await refusal(client.iterate({ query: '{ nobody }' })), 'DOCUMENT_INVALID'));
await step('fail on a cursor', async () =>
  expect(await refusal(client.iterate({ query: follow, variables: { after: 'x' } })), 'CURSOR_INVALID'));
await step('close', async () => {
  await client.dispose();
  while (!said) await new Promise(setImmediate);
  expect([said.code, said.wasClean], [1000, true]);
});
await step('be closed without a token', async () => expect(await closing({}), 4401));
await step('be closed with a bad token', async () => expect(await closing({ ...headers, authorization: 'Bearer x' }), 4401));
await step('be closed for a purpose that was never granted', async () =>
  expect(await closing({ Authorization: headers.authorization, Purpose: 'SELF' }), 4403));
end();
