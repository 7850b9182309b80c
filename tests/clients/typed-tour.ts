// The tour of a partner whose client is generated: graphql-codegen reads the schema and the documents of schema/operations, and
// this file compiles only where all that it sends and takes is in them. Arguments as for the other tours.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import {
  NoticeReceiptsDocument,
  PersonByIdNumberDocument,
  PersonsPageDocument,
  ReportDeathDocument,
  type PersonsPageQuery,
} from './generated/operations.js';
import { address, end, expect, headers, senderHeaders, step } from './tour.mjs';

type Person = NonNullable<NonNullable<PersonsPageQuery['persons']>['nodes']>[number];

/** Sends a document with exactly the variables that it declares; what comes back has exactly the fields that it selects. */
async function ask<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  as: Record<string, string> = headers,
): Promise<Result> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...as, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: Result | null; errors?: unknown };
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** What must be there, or the tour ends here. */
function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('nothing was found');
  return value;
}

let person: Person | undefined;
let receivedAt: string | undefined;

await step('query persons', async () => {
  const { persons } = await ask(PersonsPageDocument, {
    first: 2,
    where: { certificate: { status: { eq: 'ACTIVE' } }, lifeStatus: { eq: 'ALIVE' } },
    order: [{ certificate: { validUntil: 'ASC' } }],
  });
  expect(persons?.nodes?.length, 2);
  expect(persons?.pageInfo.hasNextPage, true);
  person = persons?.nodes?.[0];
});

await step('look up by number', async () => {
  const { personByIdNumber } = await ask(PersonByIdNumberDocument, { idNumber: found(person?.idNumber) });
  expect(personByIdNumber?.id, person?.id);
  expect(personByIdNumber?.certificate?.status, 'ACTIVE');
});

const report = async () => {
  const { idNumber, name } = found(person);
  const { reportNotices } = await ask(
    ReportDeathDocument,
    { messageId: 'typed-1', occurredOn: '2026-05-01', name: found(name), idNumber: found(idNumber) },
    senderHeaders,
  );
  return found(reportNotices.receipts?.[0]);
};

await step('report a notice', async () => {
  const receipt = await report();
  expect([receipt.state, receipt.findings], ['ACCEPTED', []]);
  receivedAt = receipt.receivedAt;
});

await step('report it again', async () => {
  const receipt = await report();
  expect([receipt.state, receipt.receivedAt], ['DUPLICATE', receivedAt]);
});

await step('read the receipt', async () => {
  const { noticeReceipts } = await ask(NoticeReceiptsDocument, { messageIds: ['typed-1', 'typed-2'] }, senderHeaders);
  expect(noticeReceipts.map((receipt) => receipt?.receivedAt ?? null), [receivedAt, null]);
});

await step('see what came of it', async () => {
  for (;;) {
    const { personByIdNumber } = await ask(PersonByIdNumberDocument, { idNumber: found(person?.idNumber) });
    if (personByIdNumber?.lifeStatus === 'DECEASED') break;
  }
});
end();
