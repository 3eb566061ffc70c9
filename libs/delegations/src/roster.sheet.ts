// The roster as a file: which columns it may have, how they are read, and who is the same delegate in this file and the next.
import { boolean, date, email, languages, oneOf, phone, text, type ImportSheet, type RowFinding } from '@amity/interchange';
import { foldedName, type PetSpecies } from '@amity/people';
import type { DelegateGender, DelegateRole } from './delegate.contract.js';
import { rosterKey } from './roster.key.js';
import { diets, petAllergies } from './roster.words.js';

/** One line of a roster. A blank cell leaves its field out, and what is stored stays. */
export interface RosterRow {
  givenName: string;
  familyName?: string;
  email?: string;
  phone?: string;
  birthDate?: string;
  role?: DelegateRole;
  gender?: DelegateGender;
  languages?: string[];
  diet?: string[];
  petAllergies?: PetSpecies[];
  needsBed?: boolean;
  notes?: string;
}

export const rosterSheet: ImportSheet<RosterRow> = {
  id: 'delegations.roster',
  identity: rosterKey,
  check: nameless,
  columns: [
    {
      key: 'givenName',
      label: 'Given name',
      aliases: ['First name', 'Forename', 'Vorname', 'Prénom', 'Nombre', 'Nombre de pila', '名', 'الاسم الأول'],
      required: true,
      example: 'Maria',
      parse: text({ max: 100 }),
    },
    {
      key: 'familyName',
      label: 'Family name',
      aliases: [
        'Last name',
        'Surname',
        'Nachname',
        'Familienname',
        'Name',
        'Nom',
        'Nom de famille',
        'Apellido',
        'Apellidos',
        '姓',
        'اسم العائلة',
      ],
      required: false,
      example: 'Silva',
      parse: text({ max: 100 }),
    },
    {
      key: 'email',
      label: 'E-mail',
      aliases: [
        'Email address',
        'E-mail address',
        'Mail',
        'E-Mail-Adresse',
        'Courriel',
        'Adresse e-mail',
        'Correo',
        'Correo electrónico',
        'メール',
        'メールアドレス',
        'البريد الإلكتروني',
      ],
      required: false,
      example: 'maria@example.org',
      parse: lowered(email()),
    },
    {
      key: 'phone',
      label: 'Phone',
      aliases: ['Telephone', 'Mobile', 'Cell phone', 'Telefon', 'Handy', 'Téléphone', 'Teléfono', 'Móvil', '電話', '電話番号', 'الهاتف'],
      required: false,
      example: '+55 61 5550 0101',
      parse: shortPhone(),
    },
    {
      key: 'birthDate',
      label: 'Birth date',
      aliases: [
        'Date of birth',
        'Birthday',
        'DOB',
        'Geburtsdatum',
        'Geburtstag',
        'Date de naissance',
        'Fecha de nacimiento',
        '生年月日',
        'تاريخ الميلاد',
      ],
      required: false,
      example: '1987-03-31',
      parse: date(),
    },
    {
      key: 'role',
      label: 'Role',
      aliases: ['Function', 'Position in delegation', 'Rolle', 'Funktion', 'Rôle', 'Fonction', 'Función', 'Rol', '役割', 'الدور'],
      required: false,
      example: 'delegate',
      parse: oneOf<DelegateRole>({
        leader: [
          'leader',
          'head',
          'head of delegation',
          'delegation leader',
          'Leitung',
          'Leiter',
          'Leiterin',
          'Delegationsleiter',
          'chef',
          'cheffe',
          'responsable',
          'líder',
          'jefe',
          'jefa',
          '団長',
          'قائد',
          'رئيس',
        ],
        delegate: [
          'delegate',
          'member',
          'participant',
          'guest',
          'student',
          'Mitglied',
          'Teilnehmer',
          'Teilnehmerin',
          'Delegierte',
          'Delegierter',
          'délégué',
          'déléguée',
          'membre',
          'participante',
          'delegado',
          'delegada',
          'miembro',
          '団員',
          'عضو',
        ],
        chaperone: [
          'chaperone',
          'chaperon',
          'Begleitperson',
          'Betreuer',
          'Betreuerin',
          'accompagnateur',
          'accompagnatrice',
          'acompañante',
          'chaperona',
          '引率',
          'مرافق',
        ],
        interpreter: ['interpreter', 'translator', 'Dolmetscher', 'Dolmetscherin', 'interprète', 'intérprete', '通訳', 'مترجم'],
        escort: ['escort', 'guide', 'Begleitung', 'escorte', 'escolta', '随行'],
      }),
    },
    {
      key: 'gender',
      label: 'Gender',
      aliases: ['Sex', 'Geschlecht', 'Sexe', 'Genre', 'Sexo', 'Género', '性別', 'الجنس'],
      required: false,
      example: 'female',
      parse: oneOf<DelegateGender>({
        female: ['female', 'f', 'w', 'woman', 'girl', 'weiblich', 'Frau', 'femme', 'féminin', 'mujer', 'femenino', '女', '女性', 'أنثى'],
        male: ['male', 'm', 'man', 'boy', 'männlich', 'Mann', 'Herr', 'homme', 'masculin', 'hombre', 'masculino', '男', '男性', 'ذكر'],
        other: ['other', 'x', 'd', 'diverse', 'divers', 'non-binary', 'nonbinary', 'autre', 'otro', 'otra', 'no binario', 'その他', 'آخر'],
      }),
    },
    {
      key: 'languages',
      label: 'Languages',
      aliases: [
        'Language',
        'Languages spoken',
        'Spoken languages',
        'Sprachen',
        'Sprache',
        'Langues',
        'Langue',
        'Idiomas',
        'Idioma',
        '言語',
        'اللغات',
      ],
      required: false,
      example: 'Portuguese, English',
      parse: languages(),
    },
    {
      key: 'diet',
      label: 'Diet',
      aliases: [
        'Dietary requirements',
        'Dietary needs',
        'Dietary restrictions',
        'Food',
        'Meals',
        'Ernährung',
        'Essen',
        'Régime',
        'Régime alimentaire',
        'Dieta',
        'Alimentación',
        '食事',
        'النظام الغذائي',
      ],
      required: false,
      example: 'vegetarian',
      parse: diets(),
    },
    {
      key: 'petAllergies',
      label: 'Pet allergies',
      aliases: [
        'Pet allergy',
        'Animal allergies',
        'Allergic to pets',
        'Allergies to animals',
        'Tierallergien',
        'Tierallergie',
        'Tierhaarallergie',
        'Allergies aux animaux',
        'Alergias a mascotas',
        'Alergia a animales',
        '動物アレルギー',
        'حساسية الحيوانات',
      ],
      required: false,
      example: 'cat',
      parse: petAllergies(),
    },
    {
      key: 'needsBed',
      label: 'Needs a bed',
      aliases: [
        'Bed',
        'Bed needed',
        'Needs bed',
        'Homestay',
        'Host family needed',
        'Bett',
        'Unterkunft',
        'Hébergement',
        'Lit',
        'Alojamiento',
        'Cama',
        '宿泊',
        'يحتاج سريرا',
      ],
      required: false,
      example: 'yes',
      parse: boolean(),
    },
    {
      key: 'notes',
      label: 'Notes',
      aliases: [
        'Note',
        'Remarks',
        'Comments',
        'Comment',
        'Bemerkungen',
        'Notizen',
        'Remarques',
        'Observaciones',
        'Notas',
        '備考',
        'ملاحظات',
      ],
      required: false,
      example: 'Arrives a day late',
      parse: text({ max: 2000 }),
    },
  ],
};

/** A dash or a question mark is not a name: a row of nobody could be anybody, and would be somebody else in the next file. */
function nameless({ givenName, familyName }: RosterRow): RowFinding[] {
  if (foldedName(givenName, familyName ?? '') !== '') return [];
  const sentence = `“${givenName}” is not a name. Write the name by which this delegate can be told from the others.`;
  return [{ effect: 'refuse', code: 'delegations.row_nameless', column: 'givenName', sentence, params: { value: givenName } }];
}

/** The same address however it is typed. */
function lowered(parser: ReturnType<typeof email>): ReturnType<typeof email> {
  return {
    column: (cells, choice) => {
      const reading = parser.column(cells, choice);
      return {
        ...reading,
        read: (cell) => {
          const result = reading.read(cell);
          return result.ok ? { ok: true, value: result.value.toLowerCase() } : result;
        },
      };
    },
  };
}

function shortPhone(): ReturnType<typeof phone> {
  const [plain, limited] = [phone(), text({ max: 40 })];
  return {
    column: (cells, choice) => {
      const [first, second] = [plain.column(cells, choice), limited.column(cells, choice)];
      return {
        read: (cell) => {
          const result = first.read(cell);
          return result.ok ? second.read(cell) : result;
        },
      };
    },
  };
}
