package org.rongyi.platform.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.QrCode;

/**
 * 动态验证码 of the reader.
 *
 * @param factor what is bound or being bound; none before that
 * @param required a post of his asks for it
 */
public record SecondFactorPage(
        String username, SecondFactors.@Nullable Factor factor, boolean required, FieldErrors errors) implements Page {

    private static final int GROUP = 4;

    @Override
    public String title() {
        return required && !isBound() ? "请先绑定动态验证码" : "动态验证码";
    }

    public boolean isBound() {
        return factor != null && factor.isConfirmed();
    }

    public boolean isBegun() {
        return factor != null && !factor.isConfirmed();
    }

    public int codesLeft() {
        return factor == null ? 0 : factor.codesLeft();
    }

    /** What the phone reads (the otpauth address that authenticators share). */
    public QrCode code() {
        var issuer = URLEncoder.encode("戎驿", StandardCharsets.UTF_8);
        var owner = URLEncoder.encode(username, StandardCharsets.UTF_8);
        return QrCode.of(
                "绑定动态验证码的二维码", "otpauth://totp/" + issuer + ":" + owner + "?secret=" + secret() + "&issuer=" + issuer);
    }

    /** To be typed where the camera does not work. */
    public String secretInGroups() {
        return secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    private String secret() {
        if (factor == null) {
            throw new IllegalStateException("nothing is being bound");
        }
        return Totp.base32(factor.secret());
    }
}
