package org.rongyi.people.kin.web;

import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.QrCode;

/**
 * 代办人开通纸条: shown and printed this once, for him to set his password.
 *
 * @param path back to the mandates
 */
public record KinSlipPage(String path, String username, String link, String unitName) implements Page {

    @Override
    public String title() {
        return "请把这张纸条交给代办人";
    }

    public QrCode code() {
        return QrCode.of("设置口令的链接", link);
    }
}
