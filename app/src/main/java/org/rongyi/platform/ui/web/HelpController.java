package org.rongyi.platform.ui.web;

import org.rongyi.platform.kernel.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 帮助. */
@Controller
class HelpController {

    @GetMapping("/help")
    @Allow(everyone = true)
    HelpPage show() {
        return new HelpPage();
    }
}
