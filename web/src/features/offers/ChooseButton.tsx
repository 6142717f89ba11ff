// « Choisir ce prestataire » (S1-043), with the caution of S1-111. It names the version that was read.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toast';
import { Money } from '@/ui/values';
import { useOfferChanges, type ComparedOffer } from './queries';

export function ChooseButton({ offer, primary }: { offer: ComparedOffer; primary: boolean }) {
  const { t } = useTranslation('offers');
  const [asking, setAsking] = useState(false);
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
          await choose(offer.id, offer.number ?? 1);
          toast.done(t('choose.done', { name }));
          window.scrollTo({ top: 0 });
        }}
      >
        <Notice tone="caution" title={t('choose.cautionTitle')}>
          {t('choose.caution')}
        </Notice>
      </ConfirmModal>
    </>
  );
}
