package io.skyferry.notice.mail;

import io.skyferry.platform.identity.Owner;

/** Asks whether an address is the user's. Who gets it may never have heard of us, so it says who asked, and no more. */
final class Confirmation {
    private Confirmation() {}

    static MailText of(Owner owner, String publicUrl, String link) {
        String who = OneLine.of(owner.toString(), 100);
        String subject = "Skyferry: is this your address?";
        String question = "The Tapis user " + who + " wants to get Skyferry's notices at this address.";
        String ignore = "If that is not you, do nothing: no other mail will come.";
        return new MailText(
                subject,
                question + "\nIf that is you, open this page within two days and press its button:\n\n" + link + "\n\n"
                        + ignore + "\n\n-- \nSkyferry at " + publicUrl + "\n",
                HtmlFrame.of(
                        subject,
                        "<p>" + OneLine.html(question) + "</p>\n<p>If that is you, <a href=\"" + OneLine.html(link)
                                + "\">open this page</a> within two days and press its button.</p>\n<p>" + ignore
                                + "</p>\n",
                        "Skyferry at " + OneLine.html(publicUrl)));
    }
}
