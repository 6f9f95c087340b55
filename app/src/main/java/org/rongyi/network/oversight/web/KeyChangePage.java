package org.rongyi.network.oversight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Flash;
import org.rongyi.platform.ui.Page;

/**
 * 更换密钥、销毁旧密钥: says what will happen, and asks why.
 *
 * @param version the key to destroy; null: a fresh one
 */
public record KeyChangePage(Kind kind, @Nullable Integer version, String reason, FieldErrors errors) implements Page {

    static final Flash BEHIND = Flash.info("密钥在别的程序上换过，本机的 keys/vault.properties 还是旧的：先把换过的文件拷到本机，再办");

    private static final int LONGEST = 100;

    /** Which keys. */
    public enum Kind {
        SEAL(
                "密钥",
                "/keys",
                "换用新密钥后，新数据立即用它封存，原有数据在后台逐批重新封存，办事不受影响。有几个程序共用一个数据库的，请随即把 keys/vault.properties 拷到各台，拷到以前那里停办。请随即把本机的密钥文件另存一份，与数据备份分开保管。",
                "销毁后，用这一版密钥封存的旧备份、旧副本再也打不开，不能恢复。"),
        INDEX(
                "查找密钥",
                "/keys/index",
                "查找密钥用来凭公民身份号码找到档案。换用期间新旧两把都在用，原有档案在后台逐批换成新的查找码，办事不受影响，同一号码仍然只能建一份档案。有几个程序共用一个数据库的，请随即把 keys/vault.properties 拷到各台，拷到以前那里停办。请随即把本机的密钥文件另存一份，与数据备份分开保管。",
                "销毁后，更换之前的旧备份、旧副本不能再恢复使用。"),
        SIGN(
                "签名密钥",
                "/keys/signing",
                "签名密钥签留痕的链头、签发的文件、安置活动的公开文件和备份。换用以后，以前的签名照样验得过；旧密钥当场销毁，谁拿着它再签留痕，校验都认得出。有几个程序共用一个数据库的，请随即把 keys/signing.properties 拷到各台，拷到以前那里不封存留痕。请随即把本机的密钥文件另存一份，与数据备份分开保管；更换以前的备份照样能恢复。",
                "");

        private final String zh;
        private final String path;
        private final String renewed;
        private final String destroyed;

        Kind(String zh, String path, String renewed, String destroyed) {
            this.zh = zh;
            this.path = path;
            this.renewed = renewed;
            this.destroyed = destroyed;
        }
    }

    static KeyChangePage ask(Kind kind, @Nullable Integer version) {
        return new KeyChangePage(kind, version, "", FieldErrors.none());
    }

    static KeyChangePage checked(Kind kind, @Nullable Integer version, String reason) {
        var errors = FieldErrors.none()
                .requireText(reason, "reason", "请写明理由")
                .require(reason.strip().length() <= LONGEST, "reason", "理由不超过 " + LONGEST + " 字");
        return new KeyChangePage(kind, version, reason, errors);
    }

    KeyChangePage objected(String why) {
        return new KeyChangePage(kind, version, reason, FieldErrors.of("reason", why));
    }

    public String action() {
        return kind.path + (version == null ? "/renewal" : "/" + version + "/destruction");
    }

    public String verb() {
        return version == null ? "更换" + kind.zh : "销毁";
    }

    public String consequence() {
        return version == null ? kind.renewed : kind.destroyed;
    }

    @Override
    public String title() {
        return version == null ? "更换" + kind.zh : "销毁第 " + version + " 版" + kind.zh;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("密钥", "/keys"));
    }
}
