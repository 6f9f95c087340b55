package org.rongyi.platform.access;

import java.util.List;
import org.rongyi.platform.ui.Page;

/** 恢复码, shown this once. */
public record RecoveryCodesPage(List<String> codes) implements Page {

    @Override
    public String title() {
        return "已绑定，请收好恢复码";
    }
}
