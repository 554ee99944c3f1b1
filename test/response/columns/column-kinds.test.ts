import { describe, expect, it } from "vitest";
import { holdsNames, isPersonal, isPersonalGrouping, isPlace } from "../../../src/response/columns/column-kinds.ts";
import { FILLING, PERSONAL_WORDS, ROLES, WHOSE } from "../../../src/response/columns/personal-words.ts";
import { normaliseWording } from "../../../src/response/columns/wording.ts";
import { head } from "../fixture.ts";

const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** One a line. */
const PERSONAL = lines(`
  Name
  What is your name?
  What's your name?
  Hello, what is your *name*?
  Please enter your full name
  Name (optional)
  Name (if you want to be contacted)
  1. Name
  first_name
  FirstName
  RecipientLastName
  Line manager name
  Name of your manager
  Employee name
  Username
  UserId
  User ID
  Employee ID
  Employee ID/number
  employee_no
  Staff number
  Student ID
  Initials
  Tel.
  Phone
  Work phone number
  Mobile no.
  DOB
  Date of birth
  SSN
  National insurance number
  Passport number
  E-mail
  Work e-mail
  E-mail address (will not be published)
  Your home address
  Post code
  ZIP
  IPAddress
  LocationLatitude
  attribute_1
  attribute_12
  token
  Name: Made Up
  Comments for made.up@example.org
  Ihr Name
  Wie ist Ihr Name?
  Bitte geben Sie Ihren Namen ein
  Vor- und Nachname
  Nutzername
  Geburtsdatum
  PLZ
  Straße
  strasse
  Telefonnr.
  Personalnummer
  E-Mail-Adresse
  Votre nom
  Quel est votre nom ?
  Prénom
  prenom
  Nom d'utilisateur
  Adresse e-mail
  Numéro de téléphone
  Date de naissance
  Nombre y apellidos
  ¿Cuál es su nombre?
  Dirección de correo electrónico
  Correo electrónico
  Teléfono móvil
  Fecha de nacimiento
  Nome e cognome
  Qual è il tuo nome?
  Indirizzo e-mail
  Codice fiscale
  Data di nascita
  Nome completo
  Qual é o seu nome?
  Endereço de e-mail
  CPF
  E-mailadres
  Wat is uw naam?
  Geboortedatum
  Telefoonnummer
  E-postadress
  Ditt namn
  Födelsedatum
  Vad heter du?
  Fornavn
  Fødselsdato
  Telefonnummer
  Hvad hedder du?
  Nimi
  Sähköpostiosoite
  Syntymäaika
  Imię i nazwisko
  Adres e-mail
  PESEL
  Numer telefonu
  Jméno a příjmení
  Rodné číslo
  Telefonní číslo
  Teljes név
  E-mail cím
  Születési dátum
  Adınız Soyadınız
  E-posta adresi
  Doğum tarihi
  Имя пользователя
  Ваше имя
  ФИО
  Фамилия, имя, отчество
  Адрес электронной почты
  Номер телефона
  Дата рождения
  Прізвище та ім'я
  Електронна пошта
  Номер телефону
  お名前
  氏名
  メール
  メールアドレス
  お名前をご記入ください
  電話番号
  生年月日
  社員番号
  이름
  이메일
  이메일 주소
  전화번호
  생년월일
  姓名
  您的姓名
  请输入您的姓名
  电子邮箱
  手机号码
  出生日期
`);

const NOT_PERSONAL = lines(`
  Department
  Team
  Team name
  Region
  Country
  City
  Site
  Office
  Work location
  Gender
  Gender?
  Age
  Age group
  Year of birth
  Brand
  Brand name
  Brand name recognition
  Product name
  Company
  Company name
  Company name?
  Organisation
  Project name
  Course name
  Department name
  Event name
  File name
  Job title
  Role
  Grade
  Level
  Manager
  Supervisor
  Contact
  Employee
  Tenure
  Years of service
  Language
  Contract type
  Full-time or part-time
  Shift
  Business unit
  Cost centre
  I can name three people who would help me.
  Can you name the values of our company?
  I can name what went wrong without fear.
  Leaders address problems when they see them.
  They address my concerns
  My manager keeps what is promised.
  Phone support was helpful
  How satisfied are you with the telephone hotline?
  Our company's name stands for quality.
  I would put my name to our work.
  First choice
  Second choice
  Birth order
  Own initiative
  Number of employees
  Number of meetings
  Customer type
  Customer segment
  Respondent type
  Response ID
  ID
  C1
  Score
  Overall rating
  Comments
  Anything else?
  Abteilung
  Standort
  Geschlecht
  Altersgruppe
  Firma
  Bereich
  Vorgesetzter
  Führungsebene
  Nie
  Immer
  Service
  Équipe
  Sexe
  Departamento
  Equipo
  Reparto
  Sede
  Afdeling
  Avdelning
  Osasto
  Dział
  Oddělení
  Osztály
  Departman
  Отдел
  Відділ
  部署
  부서
  部门
  性別
  성별
  性别
`);

describe("a header", () => {
  it("is held against many", () => {
    expect(PERSONAL.length).toBeGreaterThanOrEqual(100);
    expect(NOT_PERSONAL.length).toBeGreaterThanOrEqual(60);
  });
  it.each(PERSONAL)("%s is personal", (header) => {
    expect(isPersonal(header)).toBe(true);
    expect(isPersonal(header.toUpperCase())).toBe(true);
  });
  it.each(NOT_PERSONAL)("%s is not", (header) => expect(isPersonal(header)).toBe(false));
  it("of a place or an attribute may be grouped by where it is named", () => {
    expect(["Location", "attribute_3", "Name"].map(isPlace)).toEqual([true, true, false]);
  });
});

describe("a column of a role", () => {
  const table = (header: string, cells: readonly string[]) => ({
    ...head([header, "C1"]),
    sample: cells.map((cell, at) => ({ cells: [cell, "4"], line: at + 2 })),
  });
  it.each([
    ["Manager", ["Made Up", "Made Up", "Else Who"], true],
    ["Supervisor", ["Up, Made", "Up, Made"], true],
    ["Line manager", ["mup", "ewho", "kx", "lz", "qq"], true],
    ["Vorgesetzter", ["M. Up", ""], true],
    ["Manager", ["yes", "no", "yes", "no", "no"], false],
    ["Manager", [], false],
    ["Department", ["Human Resources", "Customer Service"], false],
  ])("%s with %j holds names: %s", (header, cells, names) => {
    expect(holdsNames(table(header, cells), 0)).toBe(names);
    expect(isPersonalGrouping(table(header, cells), 0)).toBe(names);
  });
});

describe("the lists", () => {
  it.each(Object.entries({ ...PERSONAL_WORDS, ROLES, WHOSE, FILLING }))(
    "%s are written as they are compared",
    (_, text) => {
      const phrases = text.split(/[,\n]/).map((phrase) => phrase.trim().replace(/\s+/g, " "));
      expect(phrases.filter((phrase) => normaliseWording(phrase) !== phrase)).toEqual([]);
    },
  );
});
