//! The 101 French départements: where providers work and where events happen.
//!
//! Codes, names and régions follow the INSEE official geographic code (2024). Two départements
//! are neighbours when they share a stretch of land border: an estuary (Calvados and
//! Seine-Maritime) does not count. Adjacency is advice to providers who choose where they serve,
//! never a rule.
//!
//! Invariants, held by tests: sorted by code, no code twice, adjacency is symmetric.

/// One of the 18 régions, in the order of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Region {
    /// Auvergne Rhone Alpes.
    AuvergneRhoneAlpes,
    /// Bourgogne Franche Comte.
    BourgogneFrancheComte,
    /// Bretagne.
    Bretagne,
    /// Centre Val De Loire.
    CentreValDeLoire,
    /// Corse.
    Corse,
    /// Grand Est.
    GrandEst,
    /// Guadeloupe.
    Guadeloupe,
    /// Guyane.
    Guyane,
    /// Hauts De France.
    HautsDeFrance,
    /// Ile De France.
    IleDeFrance,
    /// La Reunion.
    LaReunion,
    /// Martinique.
    Martinique,
    /// Mayotte.
    Mayotte,
    /// Normandie.
    Normandie,
    /// Nouvelle Aquitaine.
    NouvelleAquitaine,
    /// Occitanie.
    Occitanie,
    /// Pays De La Loire.
    PaysDeLaLoire,
    /// Provence Alpes Cote D Azur.
    ProvenceAlpesCoteDAzur,
}

use Region::{
    AuvergneRhoneAlpes, BourgogneFrancheComte, Bretagne, CentreValDeLoire, Corse, GrandEst,
    Guadeloupe, Guyane, HautsDeFrance, IleDeFrance, LaReunion, Martinique, Mayotte, Normandie,
    NouvelleAquitaine, Occitanie, PaysDeLaLoire, ProvenceAlpesCoteDAzur,
};

impl Region {
    /// Every région once, in the order of their names.
    pub const ALL: [Self; 18] = [
        AuvergneRhoneAlpes,
        BourgogneFrancheComte,
        Bretagne,
        CentreValDeLoire,
        Corse,
        GrandEst,
        Guadeloupe,
        Guyane,
        HautsDeFrance,
        IleDeFrance,
        LaReunion,
        Martinique,
        Mayotte,
        Normandie,
        NouvelleAquitaine,
        Occitanie,
        PaysDeLaLoire,
        ProvenceAlpesCoteDAzur,
    ];

    /// The two-digit INSEE code. It is text: Guadeloupe is "01", and so is the Ain.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            AuvergneRhoneAlpes => "84",
            BourgogneFrancheComte => "27",
            Bretagne => "53",
            CentreValDeLoire => "24",
            Corse => "94",
            GrandEst => "44",
            Guadeloupe => "01",
            Guyane => "03",
            HautsDeFrance => "32",
            IleDeFrance => "11",
            LaReunion => "04",
            Martinique => "02",
            Mayotte => "06",
            Normandie => "28",
            NouvelleAquitaine => "75",
            Occitanie => "76",
            PaysDeLaLoire => "52",
            ProvenceAlpesCoteDAzur => "93",
        }
    }

    /// The official French name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            AuvergneRhoneAlpes => "Auvergne-Rhône-Alpes",
            BourgogneFrancheComte => "Bourgogne-Franche-Comté",
            Bretagne => "Bretagne",
            CentreValDeLoire => "Centre-Val de Loire",
            Corse => "Corse",
            GrandEst => "Grand Est",
            Guadeloupe => "Guadeloupe",
            Guyane => "Guyane",
            HautsDeFrance => "Hauts-de-France",
            IleDeFrance => "Île-de-France",
            LaReunion => "La Réunion",
            Martinique => "Martinique",
            Mayotte => "Mayotte",
            Normandie => "Normandie",
            NouvelleAquitaine => "Nouvelle-Aquitaine",
            Occitanie => "Occitanie",
            PaysDeLaLoire => "Pays de la Loire",
            ProvenceAlpesCoteDAzur => "Provence-Alpes-Côte d'Azur",
        }
    }

    /// Whether the région lies outside Europe; it is then a single département.
    #[must_use]
    pub const fn is_overseas(self) -> bool {
        matches!(self, Guadeloupe | Guyane | LaReunion | Martinique | Mayotte)
    }
}

/// A département.
#[derive(Debug, PartialEq, Eq)]
pub struct Departement {
    /// INSEE code as text: "01" to "95", "2A", "2B", "971" to "974", "976".
    pub code: &'static str,
    /// Official French name, without article ("Ain", "Loire-Atlantique"; "La Réunion" has its own).
    pub name: &'static str,
    /// The région it belongs to.
    pub region: Region,
    /// The town of the préfecture.
    pub chef_lieu: &'static str,
    /// Approximate latitude of the chef-lieu, in ten-thousandths of a degree, north positive.
    pub latitude_ten_thousandths: i32,
    /// Approximate longitude of the chef-lieu, in ten-thousandths of a degree, east positive.
    pub longitude_ten_thousandths: i32,
    /// Codes of the départements with a common land border, sorted; none overseas.
    pub neighbours: &'static [&'static str],
}

const fn departement(
    code: &'static str,
    name: &'static str,
    region: Region,
    chef_lieu: &'static str,
    (latitude_ten_thousandths, longitude_ten_thousandths): (i32, i32),
    neighbours: &'static [&'static str],
) -> Departement {
    Departement {
        code,
        name,
        region,
        chef_lieu,
        latitude_ten_thousandths,
        longitude_ten_thousandths,
        neighbours,
    }
}

/// The département with this exact code ("1" and "2a" are not codes).
#[must_use]
pub fn find(code: &str) -> Option<&'static Departement> {
    let index = DEPARTEMENTS.binary_search_by_key(&code, |it| it.code).ok()?;
    DEPARTEMENTS.get(index)
}

/// The départements with a land border with this one, sorted by code; none for an unknown code.
pub fn neighbours(code: &str) -> impl Iterator<Item = &'static Departement> {
    let codes = find(code).map_or(&[][..], |it| it.neighbours);
    codes.iter().filter_map(|neighbour| find(neighbour))
}

/// Every département, sorted by code in byte order: "2A" and "2B" stand between "29" and "30".
// One line per département is what makes the table readable.
#[rustfmt::skip]
pub static DEPARTEMENTS: &[Departement] = &[
    departement("01", "Ain", AuvergneRhoneAlpes, "Bourg-en-Bresse", (462_052, 52_255), &["38", "39", "69", "71", "73", "74"]),
    departement("02", "Aisne", HautsDeFrance, "Laon", (495_641, 36_199), &["08", "51", "59", "60", "77", "80"]),
    departement("03", "Allier", AuvergneRhoneAlpes, "Moulins", (465_646, 33_326), &["18", "23", "42", "58", "63", "71"]),
    departement("04", "Alpes-de-Haute-Provence", ProvenceAlpesCoteDAzur, "Digne-les-Bains", (440_922, 62_356), &["05", "06", "26", "83", "84"]),
    departement("05", "Hautes-Alpes", ProvenceAlpesCoteDAzur, "Gap", (445_594, 60_786), &["04", "26", "38", "73"]),
    departement("06", "Alpes-Maritimes", ProvenceAlpesCoteDAzur, "Nice", (437_034, 72_663), &["04", "83"]),
    departement("07", "Ardèche", AuvergneRhoneAlpes, "Privas", (447_353, 45_990), &["26", "30", "38", "42", "43", "48", "84"]),
    departement("08", "Ardennes", GrandEst, "Charleville-Mézières", (497_717, 47_194), &["02", "51", "55"]),
    departement("09", "Ariège", Occitanie, "Foix", (429_653, 16_069), &["11", "31", "66"]),
    departement("10", "Aube", GrandEst, "Troyes", (482_973, 40_744), &["21", "51", "52", "77", "89"]),
    departement("11", "Aude", Occitanie, "Carcassonne", (432_130, 23_491), &["09", "31", "34", "66", "81"]),
    departement("12", "Aveyron", Occitanie, "Rodez", (443_506, 25_750), &["15", "30", "34", "46", "48", "81", "82"]),
    departement("13", "Bouches-du-Rhône", ProvenceAlpesCoteDAzur, "Marseille", (432_965, 53_698), &["30", "83", "84"]),
    departement("14", "Calvados", Normandie, "Caen", (491_829, -3_707), &["27", "50", "61"]),
    departement("15", "Cantal", AuvergneRhoneAlpes, "Aurillac", (449_261, 24_437), &["12", "19", "43", "46", "48", "63"]),
    departement("16", "Charente", NouvelleAquitaine, "Angoulême", (456_484, 1_562), &["17", "24", "79", "86", "87"]),
    departement("17", "Charente-Maritime", NouvelleAquitaine, "La Rochelle", (461_603, -11_511), &["16", "24", "33", "79", "85"]),
    departement("18", "Cher", CentreValDeLoire, "Bourges", (470_810, 23_988), &["03", "23", "36", "41", "45", "58"]),
    departement("19", "Corrèze", NouvelleAquitaine, "Tulle", (452_678, 17_707), &["15", "23", "24", "46", "63", "87"]),
    departement("21", "Côte-d'Or", BourgogneFrancheComte, "Dijon", (473_220, 50_415), &["10", "39", "52", "58", "70", "71", "89"]),
    departement("22", "Côtes-d'Armor", Bretagne, "Saint-Brieuc", (485_142, -27_658), &["29", "35", "56"]),
    departement("23", "Creuse", NouvelleAquitaine, "Guéret", (461_703, 18_714), &["03", "18", "19", "36", "63", "87"]),
    departement("24", "Dordogne", NouvelleAquitaine, "Périgueux", (451_848, 7_214), &["16", "17", "19", "33", "46", "47", "87"]),
    departement("25", "Doubs", BourgogneFrancheComte, "Besançon", (472_378, 60_241), &["39", "70", "90"]),
    departement("26", "Drôme", AuvergneRhoneAlpes, "Valence", (449_334, 48_924), &["04", "05", "07", "38", "84"]),
    departement("27", "Eure", Normandie, "Évreux", (490_241, 11_508), &["14", "28", "60", "61", "76", "78", "95"]),
    departement("28", "Eure-et-Loir", CentreValDeLoire, "Chartres", (484_469, 14_892), &["27", "41", "45", "61", "72", "78", "91"]),
    departement("29", "Finistère", Bretagne, "Quimper", (479_960, -41_024), &["22", "56"]),
    departement("2A", "Corse-du-Sud", Corse, "Ajaccio", (419_192, 87_386), &["2B"]),
    departement("2B", "Haute-Corse", Corse, "Bastia", (426_973, 94_509), &["2A"]),
    departement("30", "Gard", Occitanie, "Nîmes", (438_367, 43_601), &["07", "12", "13", "34", "48", "84"]),
    departement("31", "Haute-Garonne", Occitanie, "Toulouse", (436_045, 14_442), &["09", "11", "32", "65", "81", "82"]),
    departement("32", "Gers", Occitanie, "Auch", (436_465, 5_855), &["31", "40", "47", "64", "65", "82"]),
    departement("33", "Gironde", NouvelleAquitaine, "Bordeaux", (448_378, -5_792), &["17", "24", "40", "47"]),
    departement("34", "Hérault", Occitanie, "Montpellier", (436_108, 38_767), &["11", "12", "30", "81"]),
    departement("35", "Ille-et-Vilaine", Bretagne, "Rennes", (481_173, -16_778), &["22", "44", "49", "50", "53", "56"]),
    departement("36", "Indre", CentreValDeLoire, "Châteauroux", (468_103, 16_911), &["18", "23", "37", "41", "86", "87"]),
    departement("37", "Indre-et-Loire", CentreValDeLoire, "Tours", (473_941, 6_848), &["36", "41", "49", "72", "86"]),
    departement("38", "Isère", AuvergneRhoneAlpes, "Grenoble", (451_885, 57_245), &["01", "05", "07", "26", "42", "69", "73"]),
    departement("39", "Jura", BourgogneFrancheComte, "Lons-le-Saunier", (466_744, 55_539), &["01", "21", "25", "70", "71"]),
    departement("40", "Landes", NouvelleAquitaine, "Mont-de-Marsan", (438_904, -5_005), &["32", "33", "47", "64"]),
    departement("41", "Loir-et-Cher", CentreValDeLoire, "Blois", (475_861, 13_359), &["18", "28", "36", "37", "45", "72"]),
    departement("42", "Loire", AuvergneRhoneAlpes, "Saint-Étienne", (454_397, 43_872), &["03", "07", "38", "43", "63", "69", "71"]),
    departement("43", "Haute-Loire", AuvergneRhoneAlpes, "Le Puy-en-Velay", (450_430, 38_850), &["07", "15", "42", "48", "63"]),
    departement("44", "Loire-Atlantique", PaysDeLaLoire, "Nantes", (472_184, -15_536), &["35", "49", "56", "85"]),
    departement("45", "Loiret", CentreValDeLoire, "Orléans", (479_029, 19_039), &["18", "28", "41", "58", "77", "89", "91"]),
    departement("46", "Lot", Occitanie, "Cahors", (444_475, 14_410), &["12", "15", "19", "24", "47", "82"]),
    departement("47", "Lot-et-Garonne", NouvelleAquitaine, "Agen", (442_033, 6_164), &["24", "32", "33", "40", "46", "82"]),
    departement("48", "Lozère", Occitanie, "Mende", (445_181, 35_001), &["07", "12", "15", "30", "43"]),
    departement("49", "Maine-et-Loire", PaysDeLaLoire, "Angers", (474_736, -5_542), &["35", "37", "44", "53", "72", "79", "85", "86"]),
    departement("50", "Manche", Normandie, "Saint-Lô", (491_160, -10_900), &["14", "35", "53", "61"]),
    departement("51", "Marne", GrandEst, "Châlons-en-Champagne", (489_567, 43_631), &["02", "08", "10", "52", "55", "77"]),
    departement("52", "Haute-Marne", GrandEst, "Chaumont", (481_113, 51_389), &["10", "21", "51", "55", "70", "88"]),
    departement("53", "Mayenne", PaysDeLaLoire, "Laval", (480_707, -7_700), &["35", "49", "50", "61", "72"]),
    departement("54", "Meurthe-et-Moselle", GrandEst, "Nancy", (486_921, 61_844), &["55", "57", "67", "88"]),
    departement("55", "Meuse", GrandEst, "Bar-le-Duc", (487_727, 51_611), &["08", "51", "52", "54", "88"]),
    departement("56", "Morbihan", Bretagne, "Vannes", (476_582, -27_608), &["22", "29", "35", "44"]),
    departement("57", "Moselle", GrandEst, "Metz", (491_193, 61_757), &["54", "67"]),
    departement("58", "Nièvre", BourgogneFrancheComte, "Nevers", (469_896, 31_590), &["03", "18", "21", "45", "71", "89"]),
    departement("59", "Nord", HautsDeFrance, "Lille", (506_292, 30_573), &["02", "62", "80"]),
    departement("60", "Oise", HautsDeFrance, "Beauvais", (494_295, 20_807), &["02", "27", "76", "77", "80", "95"]),
    departement("61", "Orne", Normandie, "Alençon", (484_329, 913), &["14", "27", "28", "50", "53", "72"]),
    departement("62", "Pas-de-Calais", HautsDeFrance, "Arras", (502_910, 27_775), &["59", "80"]),
    departement("63", "Puy-de-Dôme", AuvergneRhoneAlpes, "Clermont-Ferrand", (457_772, 30_870), &["03", "15", "19", "23", "42", "43"]),
    departement("64", "Pyrénées-Atlantiques", NouvelleAquitaine, "Pau", (432_951, -3_708), &["32", "40", "65"]),
    departement("65", "Hautes-Pyrénées", Occitanie, "Tarbes", (432_328, 781), &["31", "32", "64"]),
    departement("66", "Pyrénées-Orientales", Occitanie, "Perpignan", (426_887, 28_948), &["09", "11"]),
    departement("67", "Bas-Rhin", GrandEst, "Strasbourg", (485_734, 77_521), &["54", "57", "68", "88"]),
    departement("68", "Haut-Rhin", GrandEst, "Colmar", (480_794, 73_585), &["67", "88", "90"]),
    departement("69", "Rhône", AuvergneRhoneAlpes, "Lyon", (457_640, 48_357), &["01", "38", "42", "71"]),
    departement("70", "Haute-Saône", BourgogneFrancheComte, "Vesoul", (476_197, 61_543), &["21", "25", "39", "52", "88", "90"]),
    departement("71", "Saône-et-Loire", BourgogneFrancheComte, "Mâcon", (463_069, 48_287), &["01", "03", "21", "39", "42", "58", "69"]),
    departement("72", "Sarthe", PaysDeLaLoire, "Le Mans", (480_061, 1_996), &["28", "37", "41", "49", "53", "61"]),
    departement("73", "Savoie", AuvergneRhoneAlpes, "Chambéry", (455_646, 59_178), &["01", "05", "38", "74"]),
    departement("74", "Haute-Savoie", AuvergneRhoneAlpes, "Annecy", (458_992, 61_294), &["01", "73"]),
    departement("75", "Paris", IleDeFrance, "Paris", (488_566, 23_522), &["92", "93", "94"]),
    departement("76", "Seine-Maritime", Normandie, "Rouen", (494_432, 10_999), &["27", "60", "80"]),
    departement("77", "Seine-et-Marne", IleDeFrance, "Melun", (485_407, 26_600), &["02", "10", "45", "51", "60", "89", "91", "93", "94", "95"]),
    departement("78", "Yvelines", IleDeFrance, "Versailles", (488_014, 21_301), &["27", "28", "91", "92", "95"]),
    departement("79", "Deux-Sèvres", NouvelleAquitaine, "Niort", (463_237, -4_588), &["16", "17", "49", "85", "86"]),
    departement("80", "Somme", HautsDeFrance, "Amiens", (498_941, 22_958), &["02", "59", "60", "62", "76"]),
    departement("81", "Tarn", Occitanie, "Albi", (439_298, 21_480), &["11", "12", "31", "34", "82"]),
    departement("82", "Tarn-et-Garonne", Occitanie, "Montauban", (440_176, 13_550), &["12", "31", "32", "46", "47", "81"]),
    departement("83", "Var", ProvenceAlpesCoteDAzur, "Toulon", (431_242, 59_280), &["04", "06", "13", "84"]),
    departement("84", "Vaucluse", ProvenceAlpesCoteDAzur, "Avignon", (439_493, 48_055), &["04", "07", "13", "26", "30", "83"]),
    departement("85", "Vendée", PaysDeLaLoire, "La Roche-sur-Yon", (466_705, -14_269), &["17", "44", "49", "79"]),
    departement("86", "Vienne", NouvelleAquitaine, "Poitiers", (465_802, 3_404), &["16", "36", "37", "49", "79", "87"]),
    departement("87", "Haute-Vienne", NouvelleAquitaine, "Limoges", (458_336, 12_611), &["16", "19", "23", "24", "36", "86"]),
    departement("88", "Vosges", GrandEst, "Épinal", (481_744, 64_499), &["52", "54", "55", "67", "68", "70", "90"]),
    departement("89", "Yonne", BourgogneFrancheComte, "Auxerre", (477_982, 35_738), &["10", "21", "45", "58", "77"]),
    departement("90", "Territoire de Belfort", BourgogneFrancheComte, "Belfort", (476_397, 68_638), &["25", "68", "70", "88"]),
    departement("91", "Essonne", IleDeFrance, "Évry-Courcouronnes", (486_298, 24_412), &["28", "45", "77", "78", "92", "94"]),
    departement("92", "Hauts-de-Seine", IleDeFrance, "Nanterre", (488_924, 22_071), &["75", "78", "91", "93", "94", "95"]),
    departement("93", "Seine-Saint-Denis", IleDeFrance, "Bobigny", (489_086, 24_397), &["75", "77", "92", "94", "95"]),
    departement("94", "Val-de-Marne", IleDeFrance, "Créteil", (487_904, 24_556), &["75", "77", "91", "92", "93"]),
    departement("95", "Val-d'Oise", IleDeFrance, "Cergy", (490_364, 20_765), &["27", "60", "77", "78", "92", "93"]),
    departement("971", "Guadeloupe", Guadeloupe, "Basse-Terre", (159_985, -617_255), &[]),
    departement("972", "Martinique", Martinique, "Fort-de-France", (146_037, -610_742), &[]),
    departement("973", "Guyane", Guyane, "Cayenne", (49_372, -523_260), &[]),
    departement("974", "La Réunion", LaReunion, "Saint-Denis", (-208_789, 554_481), &[]),
    departement("976", "Mayotte", Mayotte, "Mamoudzou", (-127_806, 452_279), &[]),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_101_departements_are_sorted_and_unique() {
        assert_eq!(DEPARTEMENTS.len(), 101);
        assert!(DEPARTEMENTS.windows(2).all(|pair| pair[0].code < pair[1].code));
        let names: HashSet<_> = DEPARTEMENTS.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), 101);
    }

    #[test]
    fn every_code_of_the_official_list_is_found() {
        let overseas = ["971", "972", "973", "974", "976"].map(String::from);
        let mainland = (1..=95).filter(|number| *number != 20).map(|number| format!("{number:02}"));
        let corsica = ["2A", "2B"].map(String::from);
        for code in mainland.chain(corsica).chain(overseas) {
            assert_eq!(find(&code).expect(&code).code, code);
        }
        for code in ["", "0", "00", "1", "20", "2a", "96", "97", "970", "975", "977"] {
            assert_eq!(find(code), None, "{code}");
        }
    }

    #[test]
    fn adjacency_is_symmetric_sorted_and_known() {
        let mut borders = 0;
        for here in DEPARTEMENTS {
            assert!(here.neighbours.is_sorted_by(|a, b| a < b), "{}", here.code);
            for code in here.neighbours {
                let there = find(code).expect(code);
                assert!(there.neighbours.contains(&here.code), "{} and {code}", here.code);
                assert_ne!(*code, here.code);
                borders += 1;
            }
        }
        assert_eq!(borders, 2 * 238, "each border is written on both sides");
    }

    #[test]
    fn only_islands_and_overseas_have_fewer_than_two_neighbours() {
        for it in DEPARTEMENTS {
            match it.code {
                "2A" => assert_eq!(it.neighbours, ["2B"]),
                "2B" => assert_eq!(it.neighbours, ["2A"]),
                _ if it.region.is_overseas() => assert!(it.neighbours.is_empty(), "{}", it.code),
                _ => assert!(it.neighbours.len() >= 2, "{}", it.code),
            }
        }
    }

    #[test]
    fn the_mainland_is_one_piece() {
        let mut reached = HashSet::from(["75"]);
        let mut waiting = vec!["75"];
        while let Some(code) = waiting.pop() {
            waiting.extend(neighbours(code).map(|it| it.code).filter(|it| reached.insert(it)));
        }
        assert_eq!(reached.len(), 94);
    }

    /// S1-063: the neighbours of Seine-Maritime, the example of the page, are known, so that a form can offer them first.
    #[test]
    fn neighbours_of_seine_maritime_hold_eure_and_somme() {
        let names: Vec<_> = neighbours("76").map(|it| it.name).collect();
        assert_eq!(names, ["Eure", "Oise", "Somme"]);
        assert_eq!(neighbours("974").count(), 0);
        assert_eq!(neighbours("99").count(), 0);
    }

    #[test]
    fn every_region_has_its_departements() {
        let count = |region| DEPARTEMENTS.iter().filter(|it| it.region == region).count();
        let counts = Region::ALL.map(count);
        assert_eq!(counts, [12, 8, 4, 6, 2, 10, 1, 1, 5, 8, 1, 1, 1, 5, 12, 13, 5, 6]);
        let codes: HashSet<_> = Region::ALL.map(Region::code).into();
        let names: HashSet<_> = Region::ALL.map(Region::name).into();
        assert_eq!((codes.len(), names.len()), (18, 18));
    }

    #[test]
    fn mainland_and_corsica_lie_inside_their_known_extent() {
        for it in DEPARTEMENTS.iter().filter(|it| !it.region.is_overseas()) {
            assert!((413_000..=511_000).contains(&it.latitude_ten_thousandths), "{}", it.code);
            assert!((-48_000..=96_000).contains(&it.longitude_ten_thousandths), "{}", it.code);
        }
    }
}
