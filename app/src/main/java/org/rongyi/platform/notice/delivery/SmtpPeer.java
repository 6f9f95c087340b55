package org.rongyi.platform.notice.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.notice.Settings;

/**
 * 电子邮件: an SMTP server (RFC 5321). SMTP knows no key that would make a second try harmless: when the program dies
 * between the server's 250 and our own commit, the mail goes out twice, with the same Message-ID, by which most readers show
 * it once.
 */
final class SmtpPeer implements Peer {

    private static final int FIRST_PERMANENT = 500;

    private final Settings.Mail mail;
    private final Session session;
    private final Clock clock;

    SmtpPeer(Settings.Mail mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
        this.session = Session.getInstance(properties(mail));
    }

    private static Properties properties(Settings.Mail mail) {
        var protocol = protocol(mail);
        var millis = Long.toString(mail.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", millis);
        properties.put("mail." + protocol + ".timeout", millis);
        properties.put("mail." + protocol + ".writetimeout", millis);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        boolean startTls = mail.security() == Settings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        return properties;
    }

    private static String protocol(Settings.Mail mail) {
        return mail.security() == Settings.Security.TLS ? "smtps" : "smtp";
    }

    @Override
    public Line open() {
        return new Connection();
    }

    private final class Connection implements Line {

        private @Nullable Transport transport;

        @Override
        public Result send(Parcel parcel) {
            Transport open;
            try {
                open = connected();
            } catch (AuthenticationFailedException e) {
                return new Result.Gone("邮件服务器不接受用户名或口令");
            } catch (MessagingException e) {
                return new Result.Gone("连不上邮件服务器：" + brief(e));
            }
            try {
                var message = message(parcel);
                open.sendMessage(message, message.getAllRecipients());
                return new Result.Accepted();
            } catch (MessagingException e) {
                close(); // whatever it was, the next message begins on a fresh connection
                return outcome(e);
            }
        }

        private Transport connected() throws MessagingException {
            var open = transport;
            if (open == null) {
                open = session.getTransport(protocol(mail));
                open.connect(mail.host(), mail.port(), mail.user(), mail.password());
                transport = open;
            }
            return open;
        }

        @Override
        public void close() {
            var open = transport;
            transport = null;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException e) {
                    // it was of no use any more
                }
            }
        }
    }

    private MimeMessage message(Parcel parcel) throws MessagingException {
        var domain = mail.from().substring(mail.from().lastIndexOf('@') + 1);
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + parcel.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(mail.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.address(), true));
        message.setSubject(parcel.title(), StandardCharsets.UTF_8.name());
        message.setText(parcel.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    private static Result outcome(MessagingException failure) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException address
                when address.getReturnCode() >= FIRST_PERMANENT -> {
                    return new Result.Refused("邮件服务器说没有这个地址（" + address.getReturnCode() + "）");
                }
                case SMTPSendFailedException sent
                when sent.getReturnCode() >= FIRST_PERMANENT -> {
                    return new Result.Refused("邮件服务器不收这封邮件（" + sent.getReturnCode() + "）");
                }
                case java.io.IOException lost -> {
                    return new Result.Gone("与邮件服务器的连接断了：" + brief(lost));
                }
                default -> {
                    // look further
                }
            }
        }
        return new Result.Failed("邮件服务器暂时不收：" + brief(failure));
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging
                ? messaging.getNextException()
                : failure.getCause() instanceof Exception cause ? cause : null;
    }

    /** Its kind alone: servers like to repeat the address in their answer. */
    private static String brief(Exception failure) {
        return failure.getClass().getSimpleName();
    }
}
