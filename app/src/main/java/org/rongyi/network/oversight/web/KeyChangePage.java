package org.rongyi.network.oversight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;

/**
 * 更换密钥、销毁旧密钥: says what will happen, and asks why.
 *
 * @param version the key to destroy; null: a fresh one
 */
public record KeyChangePage(@Nullable Integer version, String reason, FieldErrors errors) implements Page {

    public String action() {
        return version == null ? "/keys/renewal" : "/keys/" + version + "/destruction";
    }

    public String verb() {
        return version == null ? "更换密钥" : "销毁";
    }

    public String consequence() {
        return version == null
                ? "换用新密钥后，新数据立即用它封存，原有数据在后台逐批重新封存，办事不受影响。请随即把本机的密钥文件另存一份，与数据备份分开保管。"
                : "销毁后，用这一版密钥封存的旧备份、旧副本再也打不开，不能恢复。";
    }

    @Override
    public String title() {
        return version == null ? "更换密钥" : "销毁第 " + version + " 版密钥";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("密钥", "/keys"));
    }
}
