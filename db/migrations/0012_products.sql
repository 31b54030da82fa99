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

-- What a ticket is about. Version and module are those of the product, which the database sees to.
alter table tickets
  add product_id bigint references products,
  add version_id bigint,
  add module_id bigint,
  add foreign key (version_id, product_id) references product_versions (id, product_id),
  add foreign key (module_id, product_id) references product_modules (id, product_id),
  add check (product_id is not null or (version_id is null and module_id is null));
create index tickets_by_product on tickets (product_id) where product_id is not null;
create index tickets_by_version on tickets (version_id) where version_id is not null;
create index tickets_by_module on tickets (module_id) where module_id is not null;
