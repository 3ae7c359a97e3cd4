export * from './actor'
export * from './permissions'
export * from './visibility'
