package org.rongyi.platform.access.client;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Says;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.ui.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 接口说明: for people, and for their programs at an address that stays. */
@Controller
class InterfacesController {

    private final OpenApi api;
    private final Policy policy;
    private final Clock clock;

    InterfacesController(OpenApi api, Policy policy, Clock clock) {
        this.api = api;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/public/openapi.json")
    @Allow(everyone = true)
    @Says("接口目录（OpenAPI 3.1），由程序里的接口生成")
    ResponseEntity<Map<String, Object>> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(api.document());
    }

    @GetMapping("/interfaces")
    @Allow(everyone = true)
    Page page() {
        return new InterfacesPage(api.doors(), policy.number(ClientDoor.WINDOW, LocalDate.now(clock)));
    }
}
