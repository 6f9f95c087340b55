package org.rongyi.platform.access;

import java.util.List;
import org.rongyi.platform.ui.Frame;
import org.rongyi.platform.ui.Page;

/** 公众首页. */
public record HomePage(List<Frame.Item> doors) implements Page {

    @Override
    public String title() {
        return "退役军人服务";
    }
}
