package org.rongyi.platform.kernel;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts: an officer under one post, a veteran for himself, one of his family for him, another system, a visitor, or a named job of the program. */
public sealed interface Actor {

    /** The stable key a command id is bound to. */
    String key();

    /** Division codes whose records this actor may reach; empty for everybody but the office. */
    default Scope scope() {
        return Scope.NOTHING;
    }

    /**
     * 工作人员: one account under one active post.
     *
     * @param unitCode the division the unit stands at
     * @param level the level the unit works at
     * @param scope the territory the unit serves
     * @param countyless 不设县的市 (东莞、中山): the unit is the city's own there, and does what elsewhere a county's does
     * @param actingFor 代理: the account whose post this is, when somebody acts in its place; the name then says both
     */
    record Office(
            UUID account,
            String name,
            UUID post,
            UUID unit,
            String unitName,
            DivisionCode unitCode,
            Role role,
            Level level,
            Scope scope,
            boolean countyless,
            @Nullable UUID actingFor)
            implements Actor {

        /** Somebody in a place that has its counties. */
        public Office(
                UUID account,
                String name,
                UUID post,
                UUID unit,
                String unitName,
                DivisionCode unitCode,
                Role role,
                Level level,
                Scope scope,
                @Nullable UUID actingFor) {
            this(account, name, post, unit, unitName, unitCode, role, level, scope, false, actingFor);
        }

        /** The same under a post of his own. */
        public Office(
                UUID account,
                String name,
                UUID post,
                UUID unit,
                String unitName,
                DivisionCode unitCode,
                Role role,
                Level level,
                Scope scope) {
            this(account, name, post, unit, unitName, unitCode, role, level, scope, null);
        }

        /**
         * Whether the post does the work of this level. "The county" is the lowest bureau above the town, so of a city without counties
         * its own units do a county's work besides the city's.
         */
        public boolean worksAt(Level wanted) {
            return level == wanted || (countyless && level == Level.CITY && wanted == Level.COUNTY);
        }

        /** Whether this is the actor himself, or the one he acts for. */
        public boolean speaksFor(@Nullable UUID somebody) {
            return account.equals(somebody) || (actingFor != null && actingFor.equals(somebody));
        }

        /** 黎小梅（河口村退役军人服务站）: how a record says who did it. */
        public String signed() {
            return name + "（" + unitName + "）";
        }

        @Override
        public String key() {
            return "office:" + account;
        }
    }

    /**
     * 本人: a veteran who looks at his own file.
     *
     * @param assurance how well it is known that it is he, by the way he signed in this time
     */
    record Self(UUID account, String name, UUID person, Assurance assurance) implements Actor {

        /** Somebody nobody has checked. */
        public Self(UUID account, String name, UUID person) {
            this(account, name, person, Assurance.DECLARED);
        }

        @Override
        public String key() {
            return "self:" + account;
        }
    }

    /**
     * 亲属代办人: one of a veteran's family, who acts for him within what he was given, under an account of his own.
     *
     * @param name both names: 王秀英（代张建国）
     * @param mandate the 委托 he acts under
     * @param person the veteran
     * @param relation what he is to him: 配偶
     * @param services the services it covers, by their ids
     */
    record Kin(
            UUID account,
            String name,
            UUID mandate,
            UUID person,
            String relation,
            Set<String> services,
            Assurance assurance)
            implements Actor {

        public Kin {
            services = Set.copyOf(services);
        }

        /** Whether what he was given reaches this. */
        public boolean mayActFor(UUID somebody, String service) {
            return person.equals(somebody) && services.contains(service);
        }

        @Override
        public String key() {
            return "kin:" + account;
        }
    }

    /**
     * 接口用户: another system, known by its signature.
     *
     * @param scope whose data it may have
     * @param grants which doors it may use
     */
    record Client(UUID client, String name, Scope scope, Set<ClientScope> grants) implements Actor {

        public Client {
            grants = Set.copyOf(grants);
        }

        @Override
        public String key() {
            return "client:" + client;
        }
    }

    /** 公众: anybody from the street. */
    record Visitor() implements Actor {

        @Override
        public String key() {
            return "public";
        }
    }

    /** 后台作业: a piece of the program that runs by itself, named in every trace it leaves. */
    record Job(String name) implements Actor {

        @Override
        public String key() {
            return "job:" + name;
        }
    }
}
