-- What customers have: products with their versions and modules. What a ticket names is retired, never deleted; the
-- foreign keys of whoever names it see to that.
create table products (
  id bigint generated always as identity primary key,
  name text not null,
  position int not null,
  created_at timestamptz not null,
  -- Still shown where it is named, no longer offered.
  retired_at timestamptz
);
create unique index products_name_key on products (lower(name));

create table product_versions (
  id bigint generated always as identity primary key,
  product_id bigint not null references products on delete cascade,
  name text not null,
  released_on date,
  position int not null,
  retired_at timestamptz,
  unique (id, product_id)
);
create unique index product_versions_name_key on product_versions (product_id, lower(name));

create table product_modules (
  id bigint generated always as identity primary key,
  product_id bigint not null references products on delete cascade,
  name text not null,
  position int not null,
  retired_at timestamptz,
  unique (id, product_id)
);
create unique index product_modules_name_key on product_modules (product_id, lower(name));

-- In which versions the module exists. A module without a row here exists in all of them.
create table product_module_versions (
  module_id bigint not null,
  version_id bigint not null,
  product_id bigint not null,
  primary key (module_id, version_id),
  foreign key (module_id, product_id) references product_modules (id, product_id) on delete cascade,
  foreign key (version_id, product_id) references product_versions (id, product_id) on delete cascade
);
create index product_module_versions_by_version on product_module_versions (version_id);
