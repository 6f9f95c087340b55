package org.rongyi.platform.access.client;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.rongyi.platform.access.RateLimits;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.vault.SealedColumn;
import org.rongyi.platform.vault.SealedPlace;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The door for other systems, and what it keeps sealed. */
@Configuration(proxyBeanMethods = false)
class ClientBeans {

    private static final int BEFORE_ALL_OTHERS = -100;

    @Bean
    WebMvcConfigurer clientDoor(
            Clients clients,
            RateLimits limits,
            Policy policy,
            Transactions transactions,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        var door = new ClientDoor(clients, limits, policy, transactions, audit, json, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(door)
                        .addPathPatterns("/public/**", "/api/**")
                        .order(BEFORE_ALL_OTHERS);
            }
        };
    }

    @Bean
    SealedPlace sealedClientKeys(Vault vault, @Qualifier("job") JdbcClient jdbc) {
        return SealedColumn.byId("接口用户：签名密钥", Clients.SECRET, vault, jdbc);
    }

    @Bean
    PolicyReader clientPolicy() {
        return new PolicyReader() {
            @Override
            public String room() {
                return "门禁";
            }

            @Override
            public Set<String> reads() {
                return Set.of(ClientDoor.WINDOW);
            }

            @Override
            public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
                return List.of("生效以后，接口签名的时间与服务器相差超过 " + changed.numberInWords() + " 秒的不再受理。");
            }
        };
    }

    @Bean
    MenuEntry clientsMenu() {
        return new MenuEntry(
                "接口用户",
                "/clients",
                Icon.SHIELD,
                73,
                actor -> actor instanceof Actor.Office && Permission.mayPerform(RevokeClient.class, actor));
    }
}
