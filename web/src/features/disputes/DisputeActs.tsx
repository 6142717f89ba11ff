// What each one does with a dispute: to propose a way out, to close it, to call the operator, to rule.
import { useTranslation } from 'react-i18next';
import { urls } from '@/lib/urls';
import { ActModal } from '@/ui/ActModal';
import { AskingButton } from '@/ui/AskingButton';
import { ButtonLink } from '@/ui/Link';
import { useNames } from './people';
import { ProposeForm } from './ProposeForm';
import { useDisputeChanges, type Dispute } from './queries';
import { RulingForm } from './RulingForm';

export function DisputeActs({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const can = (action: string) => dispute.actions.includes(action);
  const answering = can('agree');
  return (
    <>
      {can('rule') && (
        <ActModal
          variant={dispute.draft ? 'default' : 'filled'}
          label={t(dispute.draft ? 'rule.anew' : 'rule.button')}
          title={t('rule.title')}
        >
          {(close) => <RulingForm dispute={dispute} onDone={close} />}
        </ActModal>
      )}
      {can('propose') && (
        <ActModal
          variant={answering ? 'default' : 'filled'}
          label={t(answering ? 'propose.other' : 'propose.button')}
          title={t('propose.title')}
        >
          {(close) => <ProposeForm dispute={dispute} onDone={close} />}
        </ActModal>
      )}
      {can('close') && <Close dispute={dispute} />}
      {can('escalate') && <Escalate dispute={dispute} />}
      {dispute.conversation && (
        <ButtonLink href={urls.conversation(dispute.conversation)} variant="default">
          {t('write')}
        </ButtonLink>
      )}
    </>
  );
}

function Close({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { close } = useDisputeChanges(dispute.id);
  const { others: name } = useNames(dispute);
  return (
    <AskingButton
      label={t('close.button')}
      title={t('close.title')}
      confirmLabel={t('close.button')}
      consequences={[t('close.goesOn'), t('close.later'), t('close.told', { name })]}
      onConfirm={close}
      done={t('close.done')}
    />
  );
}

/** whoever calls the operator lets it read. */
function Escalate({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { escalate } = useDisputeChanges(dispute.id);
  const { others: name } = useNames(dispute);
  return (
    <AskingButton
      danger
      label={t('escalate.button')}
      title={t('escalate.title')}
      confirmLabel={t('escalate.button')}
      consequences={[
        t('escalate.reads', { name }),
        t('escalate.rules'),
        t('escalate.still'),
        t('escalate.final'),
      ]}
      onConfirm={escalate}
      done={t('escalate.done')}
    />
  );
}
