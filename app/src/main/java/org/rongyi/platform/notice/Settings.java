package org.rongyi.platform.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.database.WrongInput;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * 渠道设置: read from properties or the environment at the start ({@code rongyi.notice.mail.host} or
 * {@code RONGYI_NOTICE_MAIL_HOST}). Without a host, or without an address, the channel is off; half of one is refused.
 */
@Component
public class Settings implements Channels {

    private static final String MAIL = "rongyi.notice.mail.";
    private static final String SMS = "rongyi.notice.sms.";
    private static final String HEADS_TO = "rongyi.notice.heads.to";

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){16,}");
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_TIMEOUT = 60;

    private final @Nullable Mail mail;
    private final @Nullable Sms sms;
    private final List<String> headsTo;

    Settings(Environment environment) {
        this.mail = mail(environment);
        this.sms = sms(environment);
        this.headsTo = headsTo(environment);
    }

    /** How the connection is protected. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * An SMTP server.
     *
     * @param user null: it asks for none
     */
    public record Mail(
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable String password,
            String from,
            Duration timeout) {}

    /** An SMS gateway: where it is, as whom we come, and the key both know. */
    public record Sms(URI url, String client, byte[] key, Duration timeout) {}

    public @Nullable Mail mail() {
        return mail;
    }

    public @Nullable Sms sms() {
        return sms;
    }

    /** Who gets the head of the trail each day; nobody when it is empty. */
    public List<String> headsTo() {
        return headsTo;
    }

    @Override
    public boolean isOn(Channel channel) {
        return switch (channel) {
            case IN_APP -> true;
            case EMAIL -> mail != null;
            case SMS -> sms != null;
        };
    }

    private static @Nullable Mail mail(Environment environment) {
        var host = find(environment, MAIL + "host");
        if (host == null) {
            refuseRest(environment, MAIL, "host", "port", "security", "user", "password", "from", "timeout");
            return null;
        }
        var security = security(environment);
        var from = get(environment, MAIL + "from");
        if (!isAddress(from)) {
            throw new WrongInput(MAIL + "from", "应为电子邮箱地址 · an e-mail address is expected");
        }
        int port = number(environment, MAIL + "port", security == Security.TLS ? 465 : 25, LAST_PORT);
        var user = find(environment, MAIL + "user");
        var password = find(environment, MAIL + "password");
        if ((user == null) != (password == null)) {
            throw new WrongInput(MAIL + "user", "用户名和口令要一起设 · user and password come together");
        }
        if (user != null && security == Security.NONE) {
            throw new WrongInput(MAIL + "security", "带口令的连接应为 starttls 或 tls · a password goes over TLS only");
        }
        return new Mail(host, port, security, user, password, from, timeout(environment, MAIL));
    }

    private static Security security(Environment environment) {
        var text = find(environment, MAIL + "security");
        return switch (text == null ? "starttls" : text) {
            case "none" -> Security.NONE;
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            default -> throw new WrongInput(MAIL + "security", "应为 none、starttls 或 tls · one of these is expected");
        };
    }

    private static @Nullable Sms sms(Environment environment) {
        var url = find(environment, SMS + "url");
        if (url == null) {
            refuseRest(environment, SMS, "url", "client", "key", "timeout");
            return null;
        }
        var key = get(environment, SMS + "key");
        if (!HEX.matcher(key).matches()) {
            throw new WrongInput(SMS + "key", "应为至少 32 位十六进制 · at least 32 hex digits are expected");
        }
        return new Sms(
                address(url),
                get(environment, SMS + "client"),
                HexFormat.of().parseHex(key),
                timeout(environment, SMS));
    }

    /** Phones go over it: in the clear only within the machine. */
    private static URI address(String text) {
        try {
            var url = URI.create(text);
            boolean local = "127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost());
            if (url.getHost() != null && ("https".equals(url.getScheme()) || local && "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new WrongInput(SMS + "url", "应为 https 地址（本机可用 http） · an https address is expected");
    }

    private static List<String> headsTo(Environment environment) {
        var text = find(environment, HEADS_TO);
        var addresses = text == null
                ? List.<String>of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
        for (var one : addresses) {
            if (!isAddress(one)) {
                throw new WrongInput(HEADS_TO, "应为电子邮箱地址，用逗号隔开 · e-mail addresses are expected: " + one);
            }
        }
        if (!addresses.isEmpty() && find(environment, MAIL + "host") == null) {
            throw new WrongInput(HEADS_TO, "要先设 " + MAIL + "host · needs a mail server");
        }
        return addresses;
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    private static Duration timeout(Environment environment, String prefix) {
        return Duration.ofSeconds(number(environment, prefix + "timeout", 10, LONGEST_TIMEOUT));
    }

    private static int number(Environment environment, String name, int unset, int most) {
        var text = find(environment, name);
        if (text == null) {
            return unset;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongInput(name, "应为 1 到 " + most + " 的整数，不是 " + text + " · a whole number is expected");
    }

    private static String get(Environment environment, String name) {
        var value = find(environment, name);
        if (value == null) {
            throw new WrongInput(name, "缺少这一项 · this setting is missing");
        }
        return value;
    }

    private static void refuseRest(Environment environment, String prefix, String main, String... rest) {
        for (var name : rest) {
            if (find(environment, prefix + name) != null) {
                throw new WrongInput(prefix + main, "设了 " + prefix + name + "，却没有这一项 · this setting is missing");
            }
        }
    }

    private static @Nullable String find(Environment environment, String name) {
        var value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
