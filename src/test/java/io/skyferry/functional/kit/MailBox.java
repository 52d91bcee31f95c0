package io.skyferry.functional.kit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.skyferry.kit.FreePort;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server of all tests, on a port that stays the same while it is away. */
public final class MailBox {
    private static final Pattern LINK = Pattern.compile("http://\\S+token=[A-Za-z0-9._-]+");

    private final int port;
    private final List<MimeMessage> earlier = new ArrayList<>();
    private GreenMail server;

    private MailBox(int port) {
        this.port = port;
    }

    static MailBox start() {
        MailBox box = new MailBox(FreePort.find());
        box.comeBack();
        return box;
    }

    int port() {
        return port;
    }

    public synchronized void goAway() {
        earlier.addAll(Arrays.asList(server.getReceivedMessages()));
        server.stop();
    }

    public synchronized void comeBack() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** What ever came for the address, oldest first. */
    public synchronized List<MimeMessage> of(String address) {
        List<MimeMessage> all = new ArrayList<>(earlier);
        all.addAll(Arrays.asList(server.getReceivedMessages()));
        return all.stream().filter(mail -> isFor(mail, address)).toList();
    }

    private static boolean isFor(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both parts, as they travel, with the soft line breaks undone. */
    public static String text(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replaceAll("=\\r?\\n", "").replace("=3D", "=");
    }

    /** The first link with a token. */
    public static String link(MimeMessage mail) {
        Matcher link = LINK.matcher(text(mail));
        if (!link.find()) {
            throw new AssertionError("no link in " + text(mail));
        }
        return link.group();
    }
}
