export default {
  title: 'Notifications',
  lead: 'Ce qui s’est passé, du plus récent au plus ancien.',
  all: 'Toutes',
  unread: 'Non lues',
  tabs: 'Notifications à afficher',
  readAll: 'Tout marquer comme lu',
  new: 'Nouveau',
  ages: { today: 'Aujourd’hui', week: 'Ces derniers jours', before: 'Plus tôt' },
  empty: 'Rien de neuf',
  allRead: 'Tout est lu',
  emptyText: 'Les nouvelles de vos événements et de vos offres arrivent ici.',
};
