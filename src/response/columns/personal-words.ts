/**
 * What people call columns that tell who somebody is, as `normaliseWording` writes it, by what they hold. Lines are
 * languages: en, de, fr, es, it, pt, nl, sv, da and no, fi, pl, cs, hu, tr, ru, uk, ja, ko, zh.
 */
export const PERSONAL_WORDS = {
  name: `
    name, names, userid, surname, forename, firstname, lastname, fullname, middlename, username, nickname, login, login name, initials, signature, who are you, alias
    namen, vorname, vornamen, nachname, familienname, vollständiger name, vor und nachname, vorname nachname, nutzername, benutzername, anmeldename, kürzel, initialen, unterschrift, geburtsname, rufname, wie heißen sie, wie heißt du
    nom, prénom, prénoms, nom de famille, nom complet, nom et prénom, nom prénom, prénom nom, nom dutilisateur, identifiant, signature, pseudo, comment vous appelez vous, comment tappelles tu
    nombre, nombres, nombre completo, apellido, apellidos, nombre y apellido, nombre y apellidos, primer apellido, segundo apellido, nombre de usuario, usuario, iniciales, cómo se llama, cómo te llamas
    nome, cognome, nome completo, nome e cognome, nome cognome, cognome nome, nome utente, nominativo, iniziali, come si chiama, come ti chiami
    sobrenome, apelido, nome próprio, primeiro nome, último nome, nome e sobrenome, nome de usuário, nome do usuário, nome de utilizador, assinatura, como se chama, como você se chama
    naam, namen, voornaam, voornamen, achternaam, familienaam, volledige naam, voor en achternaam, gebruikersnaam, voorletters, handtekening, hoe heet u, hoe heet je
    namn, förnamn, efternamn, fullständigt namn, för och efternamn, förnamn och efternamn, användarnamn, underskrift, vad heter du
    navn, fornavn, etternavn, efternavn, fulde navn, fullt navn, for og efternavn, for og etternavn, brugernavn, brukernavn, hvad hedder du, hva heter du
    nimi, nimesi, etunimi, etunimesi, sukunimi, sukunimesi, koko nimi, etu ja sukunimi, käyttäjätunnus, käyttäjänimi, allekirjoitus, mikä on nimesi, mikä sinun nimesi on
    imię, nazwisko, imię i nazwisko, imię nazwisko, nazwisko i imię, pełne imię i nazwisko, nazwa użytkownika, podpis, jak się nazywasz, jak masz na imię
    jméno, příjmení, jméno a příjmení, jméno příjmení, celé jméno, křestní jméno, uživatelské jméno, podpis, jak se jmenujete, jak se jmenuješ
    név, neve, neved, teljes név, teljes neve, vezetéknév, keresztnév, utónév, családnév, felhasználónév, aláírás, hogy hívják, hogy hívnak
    ad soyad, adi soyadi, adiniz soyadiniz, adiniz, soyad, soyadi, soyadiniz, isim, isim soyisim, isminiz, soyisim, kullanici adi, imza, adiniz nedir
    имя, фамилия, отчество, фио, ф и о, имя и фамилия, имя фамилия, фамилия и имя, фамилия имя, фамилия имя отчество, полное имя, имя пользователя, логин, подпись, как вас зовут, как тебя зовут
    імя, прізвище, по батькові, піб, п і б, імя та прізвище, імя і прізвище, прізвище та імя, повне імя, імя користувача, логін, підпис, як вас звати, як тебе звати
    氏名, 名前, お名前, ご氏名, 姓名, 姓, 名, フルネーム, ユーザー名, ユーザ名, 署名, ふりがな, フリガナ, 氏名 フリガナ, ニックネーム
    이름, 성명, 성함, 성, 사용자 이름, 사용자명, 아이디, 닉네임, 서명
    姓名, 名字, 姓, 名, 全名, 真实姓名, 真實姓名, 用户名, 用戶名, 使用者名稱, 昵称, 暱稱, 签名, 簽名, 叫什么名字, 叫什麼名字`,
  mail: `
    email, e mail, mail, emails, mail address, email address, e mail address, email id
    emailadresse, e mailadresse, mailadresse, email adresse, e mail adresse, mail adresse
    courriel, adresse courriel, adresse électronique, adresse mail, mél, adresse de messagerie
    correo, correo electrónico, dirección de correo electrónico, dirección de correo, dirección de email
    posta elettronica, indirizzo email, indirizzo e mail, indirizzo di posta elettronica, indirizzo mail, pec
    correio eletrônico, correio electrónico, correio eletrónico, endereço de email, endereço de e mail, endereço eletrônico
    emailadres, e mailadres, mailadres, email adres, e mail adres
    e post, epost, e postadress, epostadress, mejl, mejladress, mailadress
    e mailadresse, e postadresse, epostadresse
    sähköposti, sähköpostiosoite, sähköpostisi, sähköpostiosoitteesi
    adres email, adres e mail, poczta elektroniczna
    emailová adresa, e mailová adresa, adresa elektronické pošty
    email cím, e mail cím, emailcím, e mailcím, e mail címe, email címe
    e posta, eposta, e posta adresi, eposta adresi, e posta adresiniz, mail adresi
    адрес электронной почты, электронная почта, эл почта, почта, имейл, е мейл, емейл, адрес почты
    електронна пошта, адреса електронної пошти, ел пошта, пошта, е мейл
    メール, メールアドレス, eメール, eメールアドレス, 電子メール, 電子メールアドレス
    이메일, 이메일 주소, 메일, 메일 주소, 전자우편, 전자 메일
    邮箱, 电子邮箱, 电子邮件, 电子邮件地址, 邮箱地址, 電子郵件, 電子郵件地址, 電子信箱, 信箱, 邮件地址`,
  phone: `
    phone, telephone, mobile, cell, cellphone, cell phone, mobile phone, tel, tel no, phone number, phone no, telephone number, telephone no, mobile number, mobile no, cell number, contact number, contact details, contact information, fax, fax number, whatsapp, whatsapp number, linkedin, linkedin profile, skype, extension number
    telefon, telefonnummer, telefonnr, telefon nr, handy, handynummer, handynr, mobil, mobilnummer, mobiltelefon, rufnummer, festnetz, durchwahl, kontaktdaten, faxnummer
    téléphone, numéro de téléphone, n de téléphone, no de téléphone, portable, téléphone portable, numéro de portable, mobile, coordonnées
    teléfono, número de teléfono, teléfono móvil, móvil, celular, número de celular, teléfono celular, datos de contacto
    telefono, numero di telefono, cellulare, numero di cellulare, recapito telefonico, recapiti
    telefone, número de telefone, telemóvel, número de telemóvel, número de celular, dados de contato
    telefoon, telefoonnummer, mobiel, mobiel nummer, gsm, gsm nummer, contactgegevens
    telefonnummer, mobilnummer, mobil, kontaktuppgifter
    mobiltelefon, mobil, telefonnr, kontaktoplysninger, kontaktinformasjon
    puhelin, puhelinnumero, puhelinnumerosi, matkapuhelin, kännykkä, yhteystiedot
    numer telefonu, nr telefonu, telefon komórkowy, komórka, dane kontaktowe
    telefonní číslo, číslo telefonu, mobilní telefon, kontaktní údaje
    telefonszám, telefonszáma, mobilszám, mobiltelefonszám, elérhetőség
    telefon numarasi, telefon no, cep telefonu, cep telefonu numarasi, gsm no, telefonunuz, telefon numaraniz
    телефон, номер телефона, мобильный телефон, мобильный, контактный телефон, контактные данные
    номер телефону, мобільний телефон, мобільний, контактний телефон, контактні дані
    電話, 電話番号, 携帯, 携帯電話, 携帯番号, 携帯電話番号, 連絡先
    전화, 전화번호, 휴대폰, 휴대폰 번호, 휴대전화, 휴대전화 번호, 핸드폰, 연락처
    电话, 电话号码, 手机, 手机号, 手机号码, 联系电话, 联系方式, 電話號碼, 手機, 手機號碼, 聯絡電話, 聯絡方式, 微信, 微信号`,
  address: `
    address, street, street address, postcode, post code, zip, zip code, zipcode, postal code, mailing address, postal address, house number, ip, ip address, ipaddress, latitude, longitude, location latitude, location longitude
    adresse, anschrift, postanschrift, straße, strasse, hausnummer, straße und hausnummer, postleitzahl, plz, plz ort, wohnadresse, privatadresse, ip adresse
    adresse postale, code postal, rue, domicile, adresse ip
    dirección, domicilio, calle, código postal, dirección postal, dirección ip
    indirizzo, via, codice postale, residenza, indirizzo ip, indirizzo di residenza
    endereço, morada, rua, cep, endereço ip
    adres, woonadres, straat, huisnummer, ip adres
    adress, gatuadress, gata, postnummer, hemadress, ip adress
    gade, vej, postnr, bopæl, gateadresse, hjemmeadresse
    osoite, osoitteesi, katuosoite, kotiosoite, postinumero, ip osoite
    adres zamieszkania, ulica, kod pocztowy, adres ip
    adresa, bydliště, ulice, psč, ip adresa
    lakcím, cím, utca, irányítószám, ip cím
    ev adresi, adresiniz, posta kodu, sokak, ip adresi
    адрес, домашний адрес, почтовый адрес, улица, почтовый индекс, индекс, ip адрес
    адреса, домашня адреса, вулиця, поштовий індекс, ip адреса
    住所, ご住所, 郵便番号, ipアドレス
    주소, 집 주소, 우편번호, ip 주소
    地址, 住址, 家庭住址, 通讯地址, 邮编, 邮政编码, 郵遞區號, ip地址, ip 地址`,
  birth: `
    date of birth, birth date, birthdate, birthday, dob, d o b
    geburtsdatum, geburtstag, geb datum
    date de naissance, anniversaire
    fecha de nacimiento, cumpleaños
    data di nascita
    data de nascimento, aniversário
    geboortedatum, verjaardag
    födelsedatum, födelsedag
    fødselsdato, fødselsdag
    syntymäaika, syntymäpäivä
    data urodzenia
    datum narození
    születési dátum, születési idő, születésnap
    doğum tarihi, doğum tarihiniz, doğum günü
    дата рождения, день рождения
    дата народження, день народження
    生年月日, 誕生日
    생년월일, 생일
    出生日期, 生日`,
  number: `
    ssn, social security number, social security no, national insurance number, national insurance no, ni number, nino, nhs number, passport number, passport no, passport, drivers license, driving licence, personnel number, payroll number, personal id, personal number, tax id, tax number, national id, badge number, iban, bank account, external data reference, external reference, externalreference
    personalnummer, personalnr, personal nr, mitarbeiternummer, mitarbeiter nr, mitarbeiter id, sozialversicherungsnummer, ausweisnummer, steuernummer, kontonummer, stammnummer, matrikelnummer
    matricule, numéro de sécurité sociale, numéro demployé, numéro de matricule, numéro de salarié, numéro de passeport
    dni, nif, curp, rfc, número de empleado, número de identificación, cédula, número de pasaporte, número de seguridad social
    codice fiscale, matricola, numero di matricola, numero di passaporto, codice dipendente
    cpf, rg, matrícula, número de matrícula, número de funcionário, número de contribuinte
    bsn, burgerservicenummer, personeelsnummer, werknemersnummer, paspoortnummer, rijksregisternummer
    personnummer, anställningsnummer, anställningsnr
    cpr, cpr nummer, cpr nr, fødselsnummer, medarbejdernummer, medarbeidernummer, ansattnummer, personnummer
    henkilötunnus, hetu, henkilönumero, työntekijänumero
    pesel, nip, numer pesel, numer pracownika, numer ewidencyjny, numer dowodu
    rodné číslo, osobní číslo, číslo zaměstnance, číslo pasu
    személyi szám, személyi igazolvány szám, taj szám, adóazonosító, törzsszám
    tc kimlik no, kimlik no, tc kimlik numarasi, sicil no, sicil numarasi, personel no
    табельный номер, снилс, инн, паспорт, номер паспорта
    табельний номер, рнокпп, паспорт, номер паспорта
    社員番号, 従業員番号, 職員番号, マイナンバー, 個人番号, 学籍番号, 社員id
    사번, 사원번호, 사원 번호, 직원 번호, 주민등록번호, 주민번호, 학번
    工号, 工號, 员工号, 员工编号, 員工編號, 身份证, 身份证号, 身份证号码, 身分證字號, 护照号, 学号, 學號`,
} as const;

/** Words that say whose or which name, number or address it is, before it or behind it. */
export const WHOSE = `
  first last full given family middle maiden display preferred legal real own complete second birth
  employee employees staff user participant respondent recipient contact customer client patient student pupil parent member teacher volunteer applicant candidate owner author
  manager line supervisor boss leader person interviewer coach mentor colleague reviewer rater
  home work mobile cell office business private personal professional corporate postal street billing delivery residential current primary
  mitarbeiter mitarbeiterin teilnehmer teilnehmerin vorgesetzter vorgesetzten private dienstliche geschäftliche privat dienstlich
  professionnel professionnelle personnel personnelle participant salarié employé responsable
  personal profesional empleado participante responsable personale lavoro aziendale dipendente pessoal profissional funcionário
  persoonlijk zakelijk medewerker deelnemer leidinggevende privé medarbetare deltagare medarbejder deltager
  pracownika uczestnika zaměstnance účastníka сотрудника участника работника рабочий личный`;

/** A number of one of these is that of a person. */
export const NUMBERED =
  "employee employees staff personnel payroll worker user student pupil patient customer client member passport badge login sap hr";

/** The person above somebody or beside: a column of roles, or of names. */
export const ROLES = `
  manager, line manager, linemanager, direct manager, reporting manager, people manager, hiring manager, project manager, account manager, supervisor, boss, team lead, team leader, reports to, head, coach, mentor, teacher, trainer, instructor, interviewer, reviewer, rater, colleague, employee, respondent, participant, contact, contact person
  vorgesetzter, vorgesetzte, direkter vorgesetzter, führungskraft, direkte führungskraft, teamleiter, teamleiterin, teamleitung, abteilungsleiter, chef, chefin, betreuer, mitarbeiter, mitarbeiterin, teilnehmer, ansprechpartner
  responsable, supérieur, supérieur hiérarchique, manager direct, n 1, formateur, salarié, employé, jefe, jefa, jefe directo, supervisora, gerente, empleado, responsabile, capo, superiore, dipendente, chefe, gestor, gestor direto, supervisor direto
  leidinggevende, teamleider, medewerker, närmaste chef, leder, nærmeste leder, medarbejder, esimies, esihenkilö, lähiesihenkilö, przełożony, kierownik, pracownik, vedoucí, nadřízený, vezető, felettes, yönetici, müdür, amir
  руководитель, начальник, менеджер, сотрудник, керівник, начальник, менеджер, співробітник, 上司, 担当者, 管理者, 경영자, 상사, 관리자, 팀장, 담당자, 经理, 主管, 上级, 领导, 經理`;

/** Words of politeness, questions and articles, which change nothing of what is asked for. */
export const FILLING = `
  what whats is are was your the my of an please enter type give provide tell write state insert fill in here us optional required mandatory if for and or hello hi first things
  wie was ist sind lautet lauten ihr ihre ihren dein deine deinen mein meine bitte geben sie gib ein an tragen angeben eingeben nennen uns und der die das des optional freiwillig pflichtfeld
  quel quelle est sont votre vos ton ta le la les de du des et veuillez indiquer saisir entrer merci facultatif obligatoire
  cuál es su tu mi por favor indique escriba introduzca ingrese el los las del opcional obligatorio
  è qual il tuo tua suo sua lo di inserire inserisci indicare per favore facoltativo obbligatorio
  é à o seu teu do da informe digite insira obrigatório qual
  wat is uw je jouw het een vul graag in van optioneel verplicht en
  vad är ditt din vänligen ange skriv och valfritt hvad er dit venligst indtast hva skriv oplys og valgfritt frivilligt frivillig
  mikä on sinun kirjoita anna ja vapaaehtoinen
  proszę podać podaj wpisz swoje swój twoje twój jaki jakie jest opcjonalnie
  prosím uveďte zadejte vaše váš jaké je nepovinné
  kérjük adja meg az ön és opcionális lütfen giriniz yaziniz ve sizin isteğe bağli nedir
  укажите введите напишите пожалуйста ваш ваша ваше ваши свой свою необязательно вкажіть введіть будь ласка та`;

/** The same in scripts that write no spaces between words. */
export const FILLING_UNSPACED = `
  あなたの お客様の を教えてください をご記入ください を記入してください を入力してください をご入力ください をお書きください は何ですか 任意 必須
  请输入 请填写 请提供 请写下 請輸入 請填寫 您的 你的 是什么 是什麼 您 你 选填 選填 必填 可选
  귀하의 당신의 을 입력하세요 를 입력하세요 을 입력해 주세요 를 입력해 주세요 을 적어 주세요 를 적어 주세요 무엇입니까 선택 필수`;
