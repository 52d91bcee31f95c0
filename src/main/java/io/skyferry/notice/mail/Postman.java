package io.skyferry.notice.mail;

import io.skyferry.notice.ledger.SendOutcome;

/** Brings a mail to the mail server. */
interface Postman {

    SendOutcome send(OutgoingMail mail);
}
