// Ending a tender before all is done: with a reason, a word to those who applied, and, while a lot is in
// work, the names of the lots to end first (S1-050…053).
import { Button, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { useTradeName } from '@/app/reference';
import { urls } from '@/lib/urls';
import { Form, useOptionalLabel } from '@/ui/Form';
import { Link } from '@/ui/Link';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toast';
import { useTenderChanges, type CloseReason, type Tender } from './queries';
import classes from './CloseTender.module.css';

/** The third, an account that was closed, is not the client's to give. */
const REASONS = ['no_suitable_provider', 'event_cancelled'] as const satisfies CloseReason[];

export function CloseTender({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const { t: ui } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  const blocked = tender.blocked.find(({ action }) => action === 'close');
  if (!blocked && !tender.actions.includes('close')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('event.close')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={blocked ? t('closing.blockedTitle') : t('closing.title')}
        closeButtonProps={{ 'aria-label': ui('close') }}
        classNames={{ title: classes.title }}
      >
        {blocked ? (
          <Blocked tender={tender} detail={blocked.detail} />
        ) : (
          <ClosingForm tender={tender} onClose={() => setOpened(false)} />
        )}
      </Modal>
    </>
  );
}

/** S1-051: wait for the delivery or end the mission first. */
function Blocked({ tender, detail }: { tender: Tender; detail: string }) {
  const { t } = useTranslation('tenders');
  const tradeName = useTradeName();
  return (
    <div className={classes.body}>
      <Notice tone="caution">{detail}</Notice>
      <p>{t('closing.blockedText')}</p>
      <div>
        <p>{t('closing.blockedLots')} :</p>
        <ul className={classes.consequences}>
          {tender.lots
            .filter((lot) => lot.status === 'in_work')
            .map((lot) => (
              <li key={lot.id}>
                <Link href={urls.lot(tender.id, lot.id)}>{tradeName(lot.trade)}</Link>
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
}

interface ClosingValues extends Record<string, unknown> {
  reason: string;
  note: string;
}

function ClosingForm({ tender, onClose }: { tender: Tender; onClose: () => void }) {
  const { t } = useTranslation('tenders');
  const { close } = useTenderChanges();
  const optional = useOptionalLabel();
  const form = useApiForm<ClosingValues, Tender>({
    initialValues: { reason: '', note: '' },
    validate: ({ reason }) => (reason ? {} : { reason: t('draft.missingField') }),
    send: (values) => close(tender.id, values),
    onDone: () => {
      toast.done(t('closing.done'));
      onClose();
    },
  });
  return (
    <Form form={form} submitLabel={t('closing.submit')} danger>
      <Consequences tender={tender} />
      <Radio.Group label={t('closing.reason')} {...form.field('reason')}>
        <Stack gap="xs" mt="xs">
          {REASONS.map((reason) => (
            <Radio key={reason} value={reason} label={t(`closing.reasons.${reason}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={optional(t('closing.note'))}
        description={t('closing.noteHint')}
        autosize
        minRows={3}
        maxLength={1000}
        {...form.field('note')}
      />
    </Form>
  );
}

function Consequences({ tender }: { tender: Tender }) {
  const { t } = useTranslation('tenders');
  const offers = tender.lots
    .filter((lot) => lot.status === 'open' || lot.status === 'chosen')
    .reduce((sum, lot) => sum + (lot.offers_count ?? 0), 0);
  return (
    <ul className={classes.consequences}>
      <li>{t('closing.never')}</li>
      {offers > 0 && <li>{t('closing.told', { count: offers })}</li>}
      <li>{t('closing.final')}</li>
    </ul>
  );
}
