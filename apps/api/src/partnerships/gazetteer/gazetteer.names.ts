// GeoNames calls a place by one name, now the English one (Munich), now the local one (Köln). These are the other names that people type,
// for places of weight in exchanges: `country | name in GeoNames | other names`. Each line hits the largest place of that name.
const lines = `
AE|Dubai|Dubayy
AR|Buenos Aires|Ciudad de Buenos Aires
AT|Vienna|Wien|Vienne|Viena
AT|Klagenfurt am Wörthersee|Klagenfurt
AZ|Xankandi|Stepanakert|Khankendi
BE|Brussels|Bruxelles|Brussel|Brüssel|Bruselas
BE|Antwerpen|Antwerp|Anvers|Amberes
BE|Brugge|Bruges|Brujas
BE|Gent|Ghent|Gand|Gante
BE|Ieper|Ypres|Ypern
BE|Leuven|Louvain|Löwen
BE|Liège|Lüttich|Luik
BE|Mechelen|Malines
BE|Kortrijk|Courtrai
BE|Mons|Bergen
BE|Namur|Namen
BE|Tournai|Doornik
BY|Hrodna|Grodno
BY|Mahilyow|Mogilev|Mogilyov
BY|Homyel'|Gomel
BY|Brest|Brest-Litovsk
BY|Vitebsk|Vitsebsk
CH|Luzern|Lucerne|Lucerna
CH|Basel|Basle|Bâle|Basilea
CH|Bern|Berne|Berna
CH|Genève|Geneva|Genf|Ginebra
CH|Zürich|Zurich
CH|Fribourg|Freiburg im Üechtland
CZ|Prague|Praha|Prag|Praga
CZ|Pilsen|Plzeň
CZ|Brno|Brünn
CZ|Karlovy Vary|Karlsbad|Carlsbad
CZ|České Budějovice|Budweis
CZ|Liberec|Reichenberg
DE|Munich|München|Muenchen|Múnich|Monaco di Baviera
DE|Köln|Cologne|Colonia|Koeln
DE|Nürnberg|Nuremberg|Nuernberg|Núremberg
DE|Hannover|Hanover
DE|Braunschweig|Brunswick
DE|Aachen|Aix-la-Chapelle|Aquisgrán
DE|Regensburg|Ratisbon|Ratisbonne
DE|Mainz|Mayence|Maguncia
DE|Trier|Trèves|Tréveris
DE|Konstanz|Constance
DE|Frankfurt am Main|Frankfurt|Francfort
DE|Koblenz|Coblenz|Coblence
DE|Freiburg|Freiburg im Breisgau
DE|Düsseldorf|Duesseldorf
DE|Saarbrücken|Saarbruecken|Sarrebruck
DK|Copenhagen|København|Kopenhagen|Copenhague
DK|Århus|Aarhus
DK|Helsingør|Elsinore
EG|Cairo|Al Qāhirah|Kairo|El Cairo
EG|Alexandria|Al Iskandarīyah
ES|Sevilla|Seville
ES|Córdoba|Cordova
ES|Zaragoza|Saragossa
ES|A Coruña|La Coruña|Corunna
ES|Bilbao|Bilbo
ES|Pamplona|Iruña
ES|Gernika-Lumo|Guernica
ES|Javea|Xàbia
ES|Palma|Palma de Mallorca
ES|Ibiza|Eivissa
FI|Helsinki|Helsingfors
FI|Turku|Åbo
FI|Tampere|Tammerfors
FR|Dunkerque|Dunkirk|Dünkirchen
FR|Strasbourg|Straßburg|Estrasburgo
FR|Mulhouse|Mülhausen
FR|Nice|Nizza|Niza
FR|Marseille|Marseilles|Marsella
FR|Lyon|Lyons
FR|Reims|Rheims
GB|Cardiff|Caerdydd
GB|Swansea|Abertawe
GB|Edinburgh|Édimbourg|Edimburgo
GB|London|Londres|Londra
GR|Athens|Athína|Athen|Atenas
GR|Thessaloníki|Salonica|Saloniki
GR|Irákleion|Heraklion|Iraklio
GR|Ródos|Rhodes|Rhodos
GR|Pátra|Patras
GR|Corfu|Kérkyra|Korfu
HR|Rijeka|Fiume
HR|Split|Spalato
IE|Dublin|Baile Átha Cliath
IE|Gaillimh|Galway
IE|Luimneach|Limerick
IE|Loch Garman|Wexford
IE|Cill Airne|Killarney
IE|Cluain Meala|Clonmel
IE|An Ros|Rush
IE|Cork|Corcaigh
IL|Jerusalem|Yerushalayim|Al Quds
IL|Tel Aviv|Tel Aviv-Yafo
IL|Haifa|H̱efa
IL|Qiryat Moẕqin|Kiryat Motzkin
IN|Mumbai|Bombay
IN|Kolkata|Calcutta
IN|Chennai|Madras
IT|Rome|Roma|Rom
IT|Milan|Milano|Mailand
IT|Turin|Torino
IT|Naples|Napoli|Neapel
IT|Florence|Firenze|Florenz|Florencia
IT|Venice|Venezia|Venedig|Venecia
IT|Genoa|Genova|Genua
IT|Padova|Padua
IT|Mantova|Mantua
IT|Bolzano|Bozen
IT|Merano|Meran
IT|Bressanone|Brixen
IT|Brunico|Bruneck
IT|Silandro|Schlanders
IT|Castelrotto|Kastelruth
IT|Caldaro sulla Strada del Vino|Kaltern an der Weinstraße|Kaltern
IT|Termeno|Tramin an der Weinstraße|Tramin
IT|San Candido|Innichen
IT|Sarentino|Sarntal
IT|Laces|Latsch
IT|Chienes|Kiens
IT|Curon Venosta|Graun im Vinschgau
IT|Fiè Allo Sciliar|Völs am Schlern
IT|Rio di Pusteria|Mühlbach
IT|Marlengo|Marling
IT|Magrè sulla Strada del Vino|Margreid an der Weinstraße
IT|Jesi|Iesi
IT|Siracusa|Syracuse
JP|Tokyo|Tōkyō
JP|Kyoto|Kyōto
JP|Osaka|Ōsaka
JP|Nara-shi|Nara
KR|Kwangmyŏng|Gwangmyeong
KR|Seoul|Sŏul
LB|Jbaïl|Byblos
LT|Vilnius|Wilno|Wilna
LU|Luxembourg|Lëtzebuerg|Luxemburg
LV|Riga|Rīga
MA|Marrakesh|Marrakech
MX|Mexico City|Ciudad de México
MX|Cancún|Benito Juárez
NL|The Hague|Den Haag|'s-Gravenhage|La Haya
NL|'s-Hertogenbosch|Den Bosch
PA|Panamá|Panama City
PL|Warsaw|Warszawa|Warschau|Varsovia
PL|Kraków|Cracow|Krakau|Cracovia
PL|Gdańsk|Danzig
PL|Wrocław|Breslau
PL|Poznań|Posen
PL|Szczecin|Stettin
PL|Łódź|Lodz
PS|Bayt Jālā|Beit Jala
PS|Bayt Sāḩūr|Beit Sahour
PS|Janīn|Jenin
PT|Lisbon|Lisboa|Lissabon|Lisbonne
PT|Porto|Oporto
RO|Bucharest|București|Bukarest|Bucarest
RO|Sibiu|Hermannstadt
RO|Braşov|Kronstadt
RO|Timişoara|Temeswar|Temesvár
RS|Belgrade|Beograd|Belgrad
RU|Moscow|Moskva|Moskau|Moscú
RU|Saint Petersburg|Sankt-Peterburg|Leningrad|San Petersburgo
RU|Orël|Oryol|Orel
RU|Kaliningrad|Königsberg
RU|Volgograd|Stalingrad
SE|Göteborg|Gothenburg|Gotemburgo
SE|Stockholm|Estocolmo
SI|Ljubljana|Laibach
SK|Bratislava|Pressburg|Pozsony
SY|Damascus|Dimashq|Damasco
TR|Istanbul|İstanbul|Constantinople
TR|İzmir|Smyrna
UA|Kyiv|Kiev|Kiew
UA|Lviv|Lvov|Lemberg
UA|Odessa|Odesa
UA|Kharkiv|Kharkov|Charkiw
VN|Ho Chi Minh City|Saigon
`;

export interface OtherNames {
  readonly countryCode: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

export const otherNames: readonly OtherNames[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [countryCode = '', name = '', ...others] = line.split('|');
    return { countryCode, name, otherNames: others };
  });
