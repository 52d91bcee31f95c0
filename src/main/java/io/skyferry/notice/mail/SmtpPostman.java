package io.skyferry.notice.mail;

import io.skyferry.notice.ledger.SendOutcome;
import io.skyferry.platform.config.NoticeSettings.Mail;
import io.skyferry.platform.config.NoticeSettings.MailTls;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.crypto.PublicAuthorities;
import io.skyferry.platform.failure.Excerpt;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Speaks SMTP, one connection for each mail. TLS, unless it is off, checks the server's name. A mail is sent when the
 * server has taken it: what fails after that is not looked at. Thread-safe.
 */
final class SmtpPostman implements Postman {
    private static final Logger LOG = Logger.getLogger(SmtpPostman.class.getName());
    /** Milliseconds; all of them together are less than the least wait between two attempts. */
    private static final String PATIENCE = "10000";

    private final Mail settings;
    private final Session session;
    private final Clock clock;

    SmtpPostman(Mail settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.clock = clock;
    }

    private static Properties properties(Mail settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.username().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == MailTls.TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == MailTls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls() == MailTls.STARTTLS));
        if (settings.tls() != MailTls.NONE) {
            properties.put("mail.smtp.ssl.socketFactory", PublicAuthorities.sockets());
        }
        return properties;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(mail);
            transport.connect(
                    settings.username().orElse(null),
                    settings.password().map(Secret::reveal).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
            return SendOutcome.SENT;
        } catch (SendFailedException e) {
            return refused(e);
        } catch (AuthenticationFailedException e) {
            LOG.warning(
                    "The mail server refused SKYFERRY_MAIL_USERNAME: " + Excerpt.of(String.valueOf(e.getMessage())));
            return SendOutcome.failed("The mail server refused our sign-in.");
        } catch (MessagingException e) {
            LOG.warning(() -> "The mail server at " + settings.host() + " could not be used: "
                    + Excerpt.of(String.valueOf(e.getMessage())));
            return SendOutcome.failed("The mail server could not be used.");
        }
    }

    private static SendOutcome refused(SendFailedException e) {
        LOG.info(() -> "The mail server took no mail: " + Excerpt.of(String.valueOf(e.getMessage())));
        boolean address = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
        return address
                ? SendOutcome.refused("The mail server refused the address.")
                : SendOutcome.failed("The mail server did not take the mail.");
    }

    private MimeMessage message(OutgoingMail mail) throws MessagingException {
        MimeMessage message = new NamedMessage(session, mail.messageId());
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.text().subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.off().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + mail.off().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(mail.text().plain(), "plain"));
        both.addBodyPart(part(mail.text().html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    /** The platform would invent a new id each time. */
    private static final class NamedMessage extends MimeMessage {
        private final String id;

        private NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
