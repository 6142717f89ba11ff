//! The tables as diesel sees them: the portable face of `migrations/`.
//! A test compares it with a freshly migrated database.

diesel::table! {
    organizations (id) {
        id -> Text,
        version -> Integer,
        kind -> Text,
        handle -> Text,
        name -> Text,
        legal_kind -> Text,
        siret -> Nullable<Text>,
        vat_number -> Nullable<Text>,
        vat_exempt -> Bool,
        address -> Text,
        postal_code -> Text,
        town -> Text,
        departement -> Text,
        phone -> Text,
        website -> Nullable<Text>,
        presentation -> Text,
        showcase -> Text,
        france_wide -> Bool,
        paused -> Bool,
        plan -> Nullable<Text>,
        plan_until -> Nullable<BigInt>,
        rating_sum -> Integer,
        rating_count -> Integer,
        asked_count -> Integer,
        answered_count -> Integer,
        state -> Text,
        closed_reason -> Nullable<Text>,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}

diesel::table! {
    organization_trades (organization_id, trade) {
        organization_id -> Text,
        trade -> Text,
        main -> Bool,
    }
}

diesel::table! {
    organization_departements (organization_id, departement) {
        organization_id -> Text,
        departement -> Text,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        version -> Integer,
        organization_id -> Text,
        role -> Text,
        email -> Text,
        password_hash -> Text,
        given_name -> Text,
        family_name -> Text,
        phone -> Text,
        language -> Text,
        state -> Text,
        terms_version -> Text,
        terms_accepted_at -> BigInt,
        alert_tenders -> Bool,
        alert_messages -> Bool,
        registered_ip -> Text,
        created_at -> BigInt,
        activated_at -> Nullable<BigInt>,
        updated_at -> BigInt,
    }
}

diesel::table! {
    account_tokens (hash) {
        hash -> Text,
        purpose -> Text,
        account_id -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        account_id -> Text,
        user_agent -> Text,
        ip -> Text,
        created_at -> BigInt,
        last_seen_at -> BigInt,
        expires_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    refresh_tokens (hash) {
        hash -> Text,
        session_id -> Text,
        issued_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    api_keys (id) {
        id -> Text,
        account_id -> Text,
        name -> Text,
        hint -> Text,
        hash -> Text,
        scopes -> Text,
        created_at -> BigInt,
        expires_at -> Nullable<BigInt>,
        last_used_at -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    invitations (id) {
        id -> Text,
        version -> Integer,
        organization_id -> Text,
        email -> Text,
        role -> Text,
        token_hash -> Text,
        state -> Text,
        invited_by -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    deletion_requests (id) {
        id -> Text,
        version -> Integer,
        organization_id -> Text,
        account_id -> Text,
        reason -> Text,
        state -> Text,
        requested_at -> BigInt,
        due_at -> BigInt,
        decided_at -> Nullable<BigInt>,
        decided_by -> Nullable<Text>,
        note -> Nullable<Text>,
    }
}

diesel::table! {
    erased_identifiers (kind, digest, request_id) {
        kind -> Text,
        digest -> Text,
        request_id -> Text,
        erased_at -> BigInt,
    }
}

diesel::table! {
    bars (id) {
        id -> Text,
        kind -> Text,
        value -> Text,
        reason -> Text,
        created_by -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    facts (id) {
        id -> Text,
        kind -> Text,
        at -> BigInt,
        account_id -> Nullable<Text>,
        organization_id -> Nullable<Text>,
        subject -> Text,
        client_id -> Nullable<Text>,
        provider_id -> Nullable<Text>,
        payload -> Text,
        relay_due_at -> Nullable<BigInt>,
        relay_after -> Text,
        relay_tries -> Integer,
    }
}

diesel::table! {
    mails (id) {
        id -> Text,
        fact_id -> Text,
        recipient -> Text,
        language -> Text,
        template -> Text,
        subject -> Text,
        text_body -> Text,
        html_body -> Text,
        alert -> Nullable<Text>,
        urgency -> Integer,
        state -> Text,
        attempts -> Integer,
        due_at -> Nullable<BigInt>,
        created_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    notices (id) {
        id -> Text,
        account_id -> Text,
        fact_id -> Text,
        kind -> Text,
        subject -> Text,
        payload -> Text,
        created_at -> BigInt,
        read_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    deadlines (id) {
        id -> Text,
        subject -> Text,
        action -> Text,
        due_at -> BigInt,
        created_at -> BigInt,
        done_at -> Nullable<BigInt>,
        next_at -> Nullable<BigInt>,
        tries -> Integer,
    }
}

diesel::table! {
    idempotency_keys (account_id, key) {
        account_id -> Text,
        key -> Text,
        request_hash -> Text,
        status -> Integer,
        response -> Text,
        location -> Nullable<Text>,
        created_at -> BigInt,
    }
}

diesel::table! {
    leases (name) {
        name -> Text,
        holder -> Text,
        until -> BigInt,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        organization_id -> Text,
        kind -> Text,
        title -> Text,
        day -> Nullable<Text>,
        day_flexible -> Bool,
        start_time -> Nullable<Text>,
        zone -> Text,
        venue_known -> Bool,
        venue -> Text,
        town -> Text,
        departement -> Text,
        guests -> Nullable<Integer>,
        guest_ages -> Text,
        description -> Text,
        ideas_wanted -> Bool,
        created_at -> BigInt,
    }
}

diesel::table! {
    tenders (id) {
        id -> Text,
        version -> Integer,
        event_id -> Text,
        organization_id -> Text,
        slug -> Text,
        revision -> Integer,
        draft_step -> Integer,
        published_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
        closed_reason -> Nullable<Text>,
        closing_note -> Nullable<Text>,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}

diesel::table! {
    lots (id) {
        id -> Text,
        version -> Integer,
        tender_id -> Text,
        organization_id -> Text,
        position -> Integer,
        trade -> Text,
        wishes -> Text,
        quantity -> Text,
        state -> Text,
        chosen_offer_id -> Nullable<Text>,
        provider_id -> Nullable<Text>,
        agreed_version -> Nullable<Integer>,
        chosen_at -> Nullable<BigInt>,
        confirm_by -> Nullable<BigInt>,
        started_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
        created_at -> BigInt,
        settlement -> Text,
    }
}

diesel::table! {
    tender_listings (trade, departement, published_at, tender_id) {
        trade -> Text,
        departement -> Text,
        published_at -> BigInt,
        tender_id -> Text,
        slug -> Text,
        card -> Text,
    }
}

diesel::table! {
    hidden_tenders (organization_id, tender_id) {
        organization_id -> Text,
        tender_id -> Text,
        hidden_at -> BigInt,
    }
}

diesel::table! {
    quote_requests (id) {
        id -> Text,
        version -> Integer,
        client_id -> Text,
        provider_id -> Text,
        service_id -> Text,
        needs -> Text,
        budget_amount -> BigInt,
        currency -> Text,
        wanted_on -> Text,
        state -> Text,
        offer_id -> Nullable<Text>,
        expires_at -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    offers (id) {
        id -> Text,
        version -> Integer,
        lot_id -> Nullable<Text>,
        tender_id -> Nullable<Text>,
        client_id -> Text,
        provider_id -> Text,
        state -> Text,
        number -> Integer,
        tender_revision -> Nullable<Integer>,
        net_amount -> BigInt,
        gross_amount -> BigInt,
        currency -> Text,
        expires_at -> Nullable<BigInt>,
        created_at -> BigInt,
        updated_at -> BigInt,
        title -> Text,
        service_id -> Nullable<Text>,
    }
}

diesel::table! {
    offer_versions (offer_id, number) {
        offer_id -> Text,
        number -> Integer,
        public_message -> Text,
        private_message -> Text,
        terms -> Text,
        net_amount -> BigInt,
        gross_amount -> BigInt,
        currency -> Text,
        expires_at -> Nullable<BigInt>,
        created_by -> Text,
        created_at -> BigInt,
        title -> Text,
        conditions -> Text,
    }
}

diesel::table! {
    reviews (id) {
        id -> Text,
        version -> Integer,
        lot_id -> Nullable<Text>,
        order_id -> Nullable<Text>,
        client_id -> Text,
        provider_id -> Text,
        author_name -> Text,
        trade -> Text,
        rating -> Integer,
        exchanges -> Nullable<Integer>,
        relationship -> Nullable<Integer>,
        punctuality -> Nullable<Integer>,
        quality -> Nullable<Integer>,
        comment -> Text,
        experienced_on -> Text,
        published_at -> BigInt,
        answer -> Nullable<Text>,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    directory_entries (trade, departement, rank, organization_id) {
        trade -> Text,
        departement -> Text,
        rank -> BigInt,
        organization_id -> Text,
        handle -> Text,
        plan -> Text,
        card -> Text,
    }
}

diesel::table! {
    services (id) {
        id -> Text,
        version -> Integer,
        provider_id -> Text,
        slug -> Text,
        title -> Text,
        trade -> Text,
        description -> Text,
        price_amount -> BigInt,
        currency -> Text,
        delivery_days -> Integer,
        revisions -> Nullable<Integer>,
        packages -> Text,
        questions -> Text,
        greeting -> Text,
        state -> Text,
        published_at -> Nullable<BigInt>,
        created_at -> BigInt,
        updated_at -> BigInt,
        photos -> Text,
    }
}

diesel::table! {
    service_listings (trade, departement, rank, service_id) {
        trade -> Text,
        departement -> Text,
        rank -> BigInt,
        service_id -> Text,
        provider_id -> Text,
        slug -> Text,
        service_trade -> Text,
        title -> Text,
        excerpt -> Text,
        price_amount -> BigInt,
        currency -> Text,
        delivery_days -> Integer,
        handle -> Text,
        name -> Text,
        town -> Text,
        home -> Text,
        rating_sum -> Integer,
        rating_count -> Integer,
        photo_id -> Nullable<Text>,
        photo_alt -> Text,
    }
}

diesel::table! {
    conversations (id) {
        id -> Text,
        client_id -> Text,
        provider_id -> Text,
        created_at -> BigInt,
        last_at -> BigInt,
        last_text -> Text,
        last_party -> Nullable<Text>,
        state -> Text,
        assignee_id -> Nullable<Text>,
        last_kind -> Text,
        is_indexed -> Bool,
    }
}

diesel::table! {
    conversation_entries (id) {
        id -> Text,
        conversation_id -> Text,
        at -> BigInt,
        kind -> Text,
        organization_id -> Nullable<Text>,
        account_id -> Nullable<Text>,
        text -> Text,
        tender_id -> Nullable<Text>,
        offer_id -> Nullable<Text>,
        offer_number -> Nullable<Integer>,
        milestone -> Nullable<Integer>,
        service_id -> Nullable<Text>,
        reason -> Nullable<Text>,
        quote_request_id -> Nullable<Text>,
        need_id -> Nullable<Text>,
    }
}

diesel::table! {
    unread_conversations (account_id, conversation_id) {
        account_id -> Text,
        conversation_id -> Text,
        entries -> Integer,
        untold -> Integer,
        last_at -> BigInt,
    }
}

diesel::table! {
    files (id) {
        id -> Text,
        organization_id -> Text,
        account_id -> Text,
        name -> Text,
        media_type -> Text,
        size_bytes -> BigInt,
        sha256 -> Text,
        width -> Nullable<Integer>,
        height -> Nullable<Integer>,
        state -> Text,
        loose_at -> Nullable<BigInt>,
        entry_id -> Nullable<Text>,
        service_id -> Nullable<Text>,
        place -> Integer,
        created_at -> BigInt,
        purpose -> Text,
        delivery_id -> Nullable<Text>,
        sheet_id -> Nullable<Text>,
        campaign_id -> Nullable<Text>,
    }
}

diesel::table! {
    terms_rules (kind) {
        kind -> Text,
        version -> Integer,
        trades_off -> Text,
        providers_only -> Bool,
    }
}

diesel::table! {
    terms_providers (kind, provider_id) {
        kind -> Text,
        provider_id -> Text,
    }
}

diesel::table! {
    dropped_cards (psp, token) {
        psp -> Text,
        token -> Text,
        due_at -> BigInt,
    }
}

diesel::table! {
    orders (id) {
        id -> Text,
        version -> Integer,
        offer_id -> Text,
        number -> Integer,
        client_id -> Text,
        provider_id -> Text,
        title -> Text,
        kind -> Text,
        settlement -> Text,
        revisions -> Nullable<Integer>,
        questions -> Text,
        answers -> Nullable<Text>,
        rhythm -> Nullable<Text>,
        every -> Nullable<Integer>,
        answer_by -> Nullable<BigInt>,
        is_over -> Bool,
        created_at -> BigInt,
        completed_at -> Nullable<BigInt>,
        placed_at -> Nullable<BigInt>,
        commission_percent -> Integer,
        commission_vat -> Integer,
        payment_days -> Integer,
        start_days -> Integer,
        requirements_days -> Integer,
        review_id -> Nullable<Text>,
        lot_id -> Nullable<Text>,
        ends_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    order_timesheets (order_id) {
        order_id -> Text,
        rate_amount -> BigInt,
        currency -> Text,
        vat_rate -> Integer,
        estimated_hours -> Integer,
        weekly_hours -> Nullable<Integer>,
        lowered_hours -> Nullable<Integer>,
        lowered_from -> Nullable<Text>,
        acceptance_days -> Integer,
        stopped_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    order_hours (id) {
        id -> Text,
        order_id -> Text,
        sheet -> Integer,
        day -> Text,
        minutes -> Integer,
        what -> Text,
    }
}

diesel::table! {
    order_milestones (order_id, number) {
        order_id -> Text,
        number -> Integer,
        name -> Text,
        net_amount -> BigInt,
        gross_amount -> BigInt,
        currency -> Text,
        days -> Integer,
        revisions_used -> Integer,
        state -> Text,
        started_at -> Nullable<BigInt>,
        at -> Nullable<BigInt>,
        until -> Nullable<BigInt>,
        funded_at -> Nullable<BigInt>,
        disputed_at -> Nullable<BigInt>,
        frozen_state -> Nullable<Text>,
        released_amount -> Nullable<BigInt>,
    }
}

diesel::table! {
    tags (id) {
        id -> Text,
        version -> Integer,
        organization_id -> Text,
        name -> Text,
        name_folded -> Text,
        colour -> Text,
        conversations -> Integer,
        created_at -> BigInt,
    }
}

diesel::table! {
    conversation_tags (conversation_id, tag_id) {
        conversation_id -> Text,
        tag_id -> Text,
        last_at -> BigInt,
    }
}

diesel::table! {
    conversation_words (conversation_id, organization_id, word, source) {
        conversation_id -> Text,
        organization_id -> Text,
        word -> Text,
        source -> Text,
    }
}

diesel::table! {
    needs (id) {
        id -> Text,
        client_id -> Text,
        account_id -> Text,
        title -> Text,
        description -> Text,
        trade -> Text,
        departement -> Text,
        day -> Nullable<Text>,
        budget_min -> Nullable<BigInt>,
        budget_max -> Nullable<BigInt>,
        currency -> Text,
        sent_at -> BigInt,
    }
}

diesel::table! {
    need_recipients (need_id, position) {
        need_id -> Text,
        position -> Integer,
        provider_id -> Text,
        service_id -> Text,
        reasons -> Text,
    }
}

diesel::table! {
    payments (id) {
        id -> Text,
        version -> Integer,
        organization_id -> Text,
        purpose -> Text,
        order_id -> Nullable<Text>,
        milestone -> Nullable<Integer>,
        plan -> Nullable<Text>,
        plan_months -> Nullable<Integer>,
        net_amount -> BigInt,
        amount -> BigInt,
        received_amount -> BigInt,
        currency -> Text,
        state -> Text,
        psp -> Text,
        keeps_card -> Bool,
        card_token -> Nullable<Text>,
        card_ending -> Nullable<Text>,
        charged_token -> Nullable<Text>,
        charged_ending -> Nullable<Text>,
        reference -> Nullable<Text>,
        intent -> Nullable<Text>,
        url -> Nullable<Text>,
        failure -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
        paid_at -> Nullable<BigInt>,
        check_at -> Nullable<BigInt>,
        checks -> Integer,
        campaign_id -> Nullable<Text>,
    }
}

diesel::table! {
    outgoings (id) {
        id -> Text,
        version -> Integer,
        kind -> Text,
        organization_id -> Text,
        payment_id -> Nullable<Text>,
        order_id -> Nullable<Text>,
        milestone -> Nullable<Integer>,
        amount -> BigInt,
        currency -> Text,
        state -> Text,
        psp -> Text,
        reference -> Nullable<Text>,
        destination -> Text,
        failure -> Nullable<Text>,
        created_at -> BigInt,
        settled_at -> Nullable<BigInt>,
        check_at -> Nullable<BigInt>,
        checks -> Integer,
    }
}

diesel::table! {
    ledger_transfers (fact_id, seq) {
        fact_id -> Text,
        seq -> Integer,
        debit -> Text,
        credit -> Text,
        amount -> BigInt,
        currency -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    ledger_balances (account) {
        account -> Text,
        currency -> Text,
        credits -> BigInt,
        debits -> BigInt,
    }
}

diesel::table! {
    ledger_stops (id) {
        id -> Integer,
        at -> BigInt,
        reason -> Text,
    }
}

diesel::table! {
    disputes (id) {
        id -> Text,
        version -> Integer,
        order_id -> Text,
        milestone -> Integer,
        title -> Text,
        settlement -> Text,
        client_id -> Text,
        provider_id -> Text,
        opener_id -> Text,
        reason -> Text,
        at_stake_amount -> BigInt,
        currency -> Text,
        state -> Text,
        is_over -> Bool,
        proposed_by -> Nullable<Text>,
        proposal -> Nullable<Text>,
        proposed_at -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
        ruling -> Text,
        drafted_by -> Nullable<Text>,
        drafted_way_out -> Nullable<Text>,
        drafted_ruling -> Nullable<Text>,
        drafted_at -> Nullable<BigInt>,
        opened_at -> BigInt,
        escalates_at -> BigInt,
        escalated_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    dispute_messages (id) {
        id -> Text,
        dispute_id -> Text,
        organization_id -> Nullable<Text>,
        account_id -> Nullable<Text>,
        text -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    payout_accounts (organization_id) {
        organization_id -> Text,
        version -> Integer,
        psp -> Text,
        reference -> Text,
        holder -> Text,
        ending -> Text,
        state -> Text,
        url -> Nullable<Text>,
        created_at -> BigInt,
        check_at -> Nullable<BigInt>,
        checks -> Integer,
    }
}

diesel::table! {
    psp_events (psp, id) {
        psp -> Text,
        id -> Text,
        received_at -> BigInt,
    }
}

diesel::table! {
    sandbox_payments (reference) {
        reference -> Text,
        amount -> BigInt,
        currency -> Text,
        state -> Text,
        failure -> Nullable<Text>,
        card -> Nullable<Text>,
        refunded -> BigInt,
        taken_back_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sandbox_transfers (reference) {
        reference -> Text,
        amount -> BigInt,
        currency -> Text,
        failure -> Nullable<Text>,
        settles_at -> BigInt,
    }
}

diesel::table! {
    sandbox_events (id) {
        id -> Text,
        reference -> Text,
        deliver_at -> BigInt,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Text,
        order_id -> Text,
        milestone -> Integer,
        message -> Text,
        delivered_at -> BigInt,
    }
}

diesel::table! {
    previews (file_id) {
        file_id -> Text,
        state -> Text,
        pages -> Integer,
        tries -> Integer,
        due_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    invoices (id) {
        id -> Text,
        issuer -> Text,
        issuer_id -> Nullable<Text>,
        buyer_id -> Text,
        order_id -> Nullable<Text>,
        kind -> Text,
        purpose -> Text,
        subject -> Text,
        year -> Integer,
        sequence -> BigInt,
        number -> Text,
        issued_at -> BigInt,
        corrects_id -> Nullable<Text>,
        net_amount -> BigInt,
        vat_amount -> BigInt,
        gross_amount -> BigInt,
        currency -> Text,
        document -> Text,
    }
}

diesel::table! {
    invoice_sequences (issuer, year) {
        issuer -> Text,
        year -> Integer,
        last_number -> BigInt,
        last_at -> BigInt,
    }
}

diesel::table! {
    invoicing_mandates (id) {
        id -> Text,
        provider_id -> Text,
        text_version -> Text,
        agent_name -> Text,
        agent_siren -> Text,
        legal_name -> Text,
        legal_details -> Nullable<Text>,
        accepted_by -> Text,
        accepted_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    help_votes (article, voter) {
        article -> Text,
        voter -> Text,
        helpful -> Bool,
        voted_at -> BigInt,
    }
}

diesel::table! {
    contact_messages (id) {
        id -> Text,
        version -> Integer,
        sum_id -> Text,
        account_id -> Nullable<Text>,
        name -> Text,
        email -> Text,
        language -> Text,
        topic -> Text,
        subject -> Text,
        message -> Text,
        state -> Text,
        answer -> Text,
        sent_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        ended_by -> Nullable<Text>,
    }
}

diesel::table! {
    campaigns (id) {
        id -> Text,
        version -> Integer,
        provider_id -> Text,
        title -> Text,
        link -> Text,
        placement -> Text,
        departement -> Text,
        size -> Text,
        banner_id -> Text,
        days -> Integer,
        starts_on -> Text,
        ends_on -> Text,
        state -> Text,
        payment_id -> Nullable<Text>,
        listed_amount -> Nullable<BigInt>,
        discount_percent -> Nullable<Integer>,
        currency -> Text,
        paid_at -> Nullable<BigInt>,
        stopped_at -> Nullable<BigInt>,
        stop_reason -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    audience (subject, day) {
        subject -> Text,
        day -> Text,
        views -> BigInt,
        clicks -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    organizations,
    organization_trades,
    organization_departements,
    accounts,
    account_tokens,
    sessions,
    refresh_tokens,
    api_keys,
    invitations,
    deletion_requests,
    erased_identifiers,
    bars,
    facts,
    mails,
    notices,
    deadlines,
    idempotency_keys,
    leases,
    events,
    tenders,
    lots,
    tender_listings,
    hidden_tenders,
    quote_requests,
    offers,
    offer_versions,
    conversation_words,
    conversation_tags,
    tags,
    orders,
    dropped_cards,
    order_milestones,
    terms_rules,
    terms_providers,
    reviews,
    directory_entries,
    services,
    service_listings,
    needs,
    need_recipients,
    conversations,
    conversation_entries,
    unread_conversations,
    files,
    payments,
    outgoings,
    ledger_transfers,
    ledger_balances,
    ledger_stops,
    disputes,
    dispute_messages,
    payout_accounts,
    psp_events,
    sandbox_payments,
    sandbox_transfers,
    sandbox_events,
    deliveries,
    previews,
    invoices,
    invoice_sequences,
    invoicing_mandates,
    help_votes,
    contact_messages,
    campaigns,
    audience,
);
