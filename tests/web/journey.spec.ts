// The whole way in the browser, on a wide screen and on a phone: two people register, one describes an event,
// the other answers, is chosen, confirms, works, and is reviewed.
import { registerClient, registerProvider, signInAgain, subscribeFree } from "./journey/registering";
import { apply, findTender, refusedOnFree, revise } from "./journey/applying";
import { answerReview, chooseProvider, confirm, endAndReview } from "./journey/mission";
import { openVip } from "./journey/operating";
import { publishTender } from "./journey/tender";
import { anOperator, aVip } from "./people";
import { applyTo } from "./prepared";
import { PHONE, test } from "./stage";

test("from two registrations to an answered review (S1-075)", PHONE, async ({ page, newcomer }) => {
  test.setTimeout(480_000);
  const client = await registerClient(page);
  await signInAgain(client);
  const provider = await registerProvider(await newcomer());
  await subscribeFree(provider);
  const tender = await publishTender(client);
  await findTender(provider, tender);
  await refusedOnFree(provider);
  const operator = await anOperator(await newcomer());
  await openVip(operator, provider);
  await apply(provider, tender);
  await revise(provider, tender);
  const other = await aVip(await newcomer(), operator);
  await applyTo(other, tender.id, 45_000);
  await chooseProvider(client, provider, other, tender);
  await confirm(provider, tender);
  await endAndReview(client, provider);
  await answerReview(provider);
});
