// « Choisir ce prestataire » (S1-043): the client says how it pays, and is told what that means for its money
// (S1-111). It names the version that was read.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@/app/reference';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Notice } from '@/ui/Notice';
import { RadioCards } from '@/ui/RadioCards';
import { toast } from '@/ui/toast';
import { Money } from '@/ui/values';
import { useOfferChanges, type ComparedOffer, type Settlement } from './queries';

const SETTLEMENTS = ['direct', 'held'] as const;

export function ChooseButton({ offer, primary }: { offer: ComparedOffer; primary: boolean }) {
  const { t } = useTranslation('offers');
  const [asking, setAsking] = useState(false);
  const [settlement, setSettlement] = useState<Settlement>('direct');
  const { choose } = useOfferChanges();
  const { name } = offer.provider;
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        aria-label={t('choose.named', { name })}
        onClick={() => setAsking(true)}
      >
        {t('choose.button')}
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('choose.title', { name })}
        consequences={[
          offer.totals && (
            <>
              {t('choose.price')} <Money value={offer.totals.gross} />.
            </>
          ),
          t('choose.told', { name }),
          t('choose.others'),
        ]}
        confirmLabel={t('choose.button')}
        onConfirm={async () => {
          await choose(offer.id, offer.number ?? 1, settlement);
          toast.done(t('choose.done', { name }));
          window.scrollTo({ top: 0 });
        }}
      >
        <SettlementChoice name={name} value={settlement} onChange={setSettlement} />
        <Notice tone="caution" title={t('choose.cautionTitle')}>
          {t(`caution.${settlement}`)}
        </Notice>
      </ConfirmModal>
    </>
  );
}

interface SettlementChoiceProps {
  /** Of the provider. */
  name: string;
  value: Settlement;
  onChange: (settlement: Settlement) => void;
}

/** Where the marketplace takes no payments there is nothing to choose: the two settle it between them. */
function SettlementChoice({ name, value, onChange }: SettlementChoiceProps) {
  const { t } = useTranslation('offers');
  if (!useSettings().data?.payments) return null;
  return (
    <RadioCards
      label={t('settlement.label')}
      value={value}
      onChange={(chosen) => onChange(chosen as Settlement)}
      choices={SETTLEMENTS.map((one) => ({
        value: one,
        label: t(`settlement.${one}`),
        description: t(`settlement.${one}Hint`, { name }),
      }))}
    />
  );
}
