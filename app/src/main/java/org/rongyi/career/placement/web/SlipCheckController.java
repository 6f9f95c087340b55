package org.rongyi.career.placement.web;

import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 自己核对结果, for anybody with a slip; the server only gives out the page. */
@Controller
class SlipCheckController {

    @GetMapping("/sunshine/check")
    @Allow(everyone = true)
    Page show() {
        return new SlipCheckPage();
    }
}
